package dev.keylint.value;

import java.util.List;

/// An irreducible expression: what is left when all that can be known has been put in.
///
/// `NormalForm` prints it; two terms are the same value exactly when they print the same.
public sealed interface Term {
  /// The function that reads a variable of a lambda; its one argument is the name.
  String LAMBDA_VARIABLES = "lambdaVariables";

  /// A function that could not be evaluated, by its name as Azure writes it, with evaluated
  /// arguments.
  record Call(String function, List<Value> arguments) implements Term {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// Members of an unknown value, outermost first: `base.a[0]`. Invariant: the base is no `Access`
  /// itself.
  record Access(Value base, List<Value> path) implements Term {
    public Access {
      path = List.copyOf(path);
    }
  }

  /// A text with unknown parts. Invariant: no part is a `Concat`, no two literals stand side by
  /// side.
  record Concat(List<Value> parts) implements Term {
    public Concat {
      parts = List.copyOf(parts);
    }
  }

  /// A function given to `map`, `filter` and the like. Invariant: no other lambda of the run has
  /// these variables; `NormalForm` prints them as `v0`, `v1`, … by depth.
  record Lambda(List<String> variables, Value body) implements Term {
    public Lambda {
      variables = List.copyOf(variables);
    }
  }
}
