package dev.keylint.plan;

import dev.keylint.lower.Rewriting;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import dev.keylint.template.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/// The parameters of a template that an expression reads, also by way of variables.
final class ParameterUses extends Rewriting {
  private final Set<String> parameters = new LinkedHashSet<>();
  private final Deque<String> variables = new ArrayDeque<>();

  private ParameterUses() {}

  /// Their names as they are written, in the order in which they are met.
  static Set<String> in(Expr expr, Template template) {
    ParameterUses uses = new ParameterUses();
    uses.rewrite(expr);
    Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    while (!uses.variables.isEmpty()) {
      String name = uses.variables.remove();
      if (seen.add(name)) {
        template.variables().stream()
            .filter(it -> it.name().equalsIgnoreCase(name))
            .map(Variable::value)
            .forEach(uses::rewrite);
      }
    }
    return uses.parameters;
  }

  @Override
  protected Expr replace(Expr expr, Set<String> bound) {
    if (expr instanceof Expr.ParameterRef(var name, _)) {
      parameters.add(name);
    } else if (expr instanceof Expr.VariableRef(var name, _)) {
      variables.add(name);
    }
    return expr;
  }
}
