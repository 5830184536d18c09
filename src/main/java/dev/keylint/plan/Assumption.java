package dev.keylint.plan;

import dev.keylint.template.Expr;
import dev.keylint.template.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What must hold of parameters when a condition is true, as far as the condition says it plainly.
final class Assumption {
  private final List<Variable> variables;
  private final Map<String, Expr> assumed = new LinkedHashMap<>();

  private Assumption(List<Variable> variables) {
    this.variables = variables;
  }

  /// The value of each part of a parameter that a condition pins down, by its id: `x`, `!x`, `x ==
  /// 'a'`, `x.?y ?? false`, and several of these joined by "and". Of two parts that pin one down
  /// differently the first counts.
  ///
  /// @param holds whether the condition is true
  static Map<String, Expr> of(Expr condition, boolean holds, List<Variable> variables) {
    Assumption assumption = new Assumption(variables);
    assumption.collect(condition, holds);
    return assumption.assumed;
  }

  private void collect(Expr condition, boolean holds) {
    Expr resolved = Definitions.resolve(condition, variables);
    Optional<ParameterPart> part = ParameterPart.of(resolved, variables);
    if (part.isPresent()) {
      assume(part.orElseThrow(), new Expr.BoolLiteral(holds, condition.at()));
    } else if (resolved instanceof Expr.Call(Optional<String> namespace, var name, var given, _)
        && namespace.isEmpty()) {
      call(name, given, holds);
    }
  }

  private void call(String function, List<Expr> arguments, boolean holds) {
    if (function.equalsIgnoreCase("not") && arguments.size() == 1) {
      collect(arguments.getFirst(), !holds);
    } else if ((function.equalsIgnoreCase("and") && holds)
        || (function.equalsIgnoreCase("or") && !holds)) {
      arguments.forEach(it -> collect(it, holds));
    } else if (function.equalsIgnoreCase("coalesce")
        && arguments.size() == 2
        && arguments.getLast() instanceof Expr.BoolLiteral(var otherwise, _)
        && otherwise != holds) {
      collect(arguments.getFirst(), holds);
    } else if (function.equalsIgnoreCase("equals") && arguments.size() == 2) {
      equal(arguments.getFirst(), arguments.getLast(), holds);
      equal(arguments.getLast(), arguments.getFirst(), holds);
    }
  }

  private void equal(Expr one, Expr other, boolean holds) {
    Optional<ParameterPart> part = ParameterPart.of(one, variables);
    part.ifPresent(it -> {
      switch (Definitions.resolve(other, variables)) {
        case Expr.BoolLiteral(var value, var at) ->
            assume(it, new Expr.BoolLiteral(value == holds, at));
        case Expr.StringLiteral text when holds -> assume(it, text);
        case Expr.IntLiteral number when holds -> assume(it, number);
        case Expr _ -> {}
      }
    });
    if (part.isEmpty() && other instanceof Expr.BoolLiteral(var value, _)) {
      collect(one, value == holds);
    }
  }

  private void assume(ParameterPart part, Expr value) {
    assumed.putIfAbsent(part.id(), value);
  }
}
