package dev.keylint.plan;

import dev.keylint.lower.Rewriting;
import dev.keylint.lower.azd.AzdVariables;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Expr;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Variable;
import java.util.List;
import java.util.Set;

/// A Bicep parameter file that was read without some environment variables, with these.
final class GivenVariables extends Rewriting {
  private final AzdVariables given;

  private GivenVariables(AzdVariables given) {
    this.given = given;
  }

  static ParameterFile in(ParameterFile file, AzdVariables given) {
    GivenVariables all = new GivenVariables(given);
    return new ParameterFile(
        file.source(),
        file.template(),
        file.variables().stream()
            .map(it -> new Variable(it.name(), all.rewrite(it.value()), it.at()))
            .toList(),
        file.functions(),
        file.arguments().stream()
            .map(it -> new Argument(it.name(), all.rewrite(it.value()), it.at()))
            .toList(),
        file.unread(),
        file.diagnostics());
  }

  @Override
  protected Expr replace(Expr expr, Set<String> bound) {
    return expr instanceof Expr.Call(_, String function, List<Expr> arguments, var at)
            && function.equals("readEnvironmentVariable")
            && !arguments.isEmpty()
            && arguments.getFirst() instanceof Expr.StringLiteral(String name, _)
            && given.says(name)
        ? given.inBicep(name, at).orElse(expr)
        : expr;
  }
}
