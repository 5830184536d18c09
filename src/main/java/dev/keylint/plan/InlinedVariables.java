package dev.keylint.plan;

import dev.keylint.lower.Rewriting;
import dev.keylint.template.Expr;
import dev.keylint.template.GivenText;
import dev.keylint.template.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts the variables of a parameter file into its expressions, and what earlier deployments put
/// out in for the environment variables of these names.
final class InlinedVariables extends Rewriting {
  private final Map<String, Variable> variables = new HashMap<>();
  private final Map<String, Expr> outputs;
  private final Map<String, Expr> known = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  InlinedVariables(List<Variable> variables, Map<String, Expr> outputs) {
    variables.forEach(variable -> this.variables.putIfAbsent(variable.name(), variable));
    this.outputs = Map.copyOf(outputs);
  }

  @Override
  protected Expr replace(Expr expr, Set<String> bound) {
    return switch (expr) {
      case Expr.VariableRef(String name, _) -> variable(name, expr);
      case Expr.Call(_, String function, List<Expr> arguments, _)
          when function.equals(GivenText.READ) ->
          output(arguments.get(1), expr);
      case Expr.Call(Optional<String> namespace, String function, List<Expr> arguments, _)
          when namespace.isEmpty() && function.equalsIgnoreCase("readEnvironmentVariable") ->
          output(arguments.stream().findFirst().orElse(expr), expr);
      case Expr other -> other;
    };
  }

  /// Whatever the user gave a variable, an output has taken its place.
  private Expr output(Expr variable, Expr otherwise) {
    return variable instanceof Expr.StringLiteral(String name, _)
        ? outputs.getOrDefault(name, otherwise)
        : otherwise;
  }

  private Expr variable(String name, Expr reference) {
    Expr value = known.get(name);
    if (value != null) {
      return value;
    }
    Variable variable = variables.get(name);
    if (variable == null) {
      return reference;
    }
    if (!open.add(name)) {
      return new Expr.Unsupported(
          "the variable `" + name + "`, which refers to itself", reference.at());
    }
    Expr inlined = rewrite(variable.value());
    open.remove(name);
    known.put(name, inlined);
    return inlined;
  }
}
