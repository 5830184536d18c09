package dev.keylint.plan;

import dev.keylint.lower.Rewriting;
import dev.keylint.lower.azd.AzdVariables;
import dev.keylint.template.ByVariable;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Expr;
import dev.keylint.template.GivenText;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.template.Variable;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The environment variables that the values of a Bicep parameter file hang on.
final class VariablesRead extends Rewriting {
  private final Map<String, Variable> variables = new HashMap<>();
  private final AzdVariables given;
  private final boolean choice;
  private final Set<String> seen = new HashSet<>();
  private final List<ByVariable> found = new ArrayList<>();

  private VariablesRead(ParameterFile file, AzdVariables given, boolean choice) {
    file.variables().forEach(variable -> variables.putIfAbsent(variable.name(), variable));
    this.given = given;
    this.choice = choice;
  }

  /// Those of each value, by its place.
  static Map<Location, List<ByVariable>> in(
      ParameterFile file, Template template, AzdVariables given) {
    Map<Location, List<ByVariable>> all = new LinkedHashMap<>();
    for (Argument argument : file.arguments()) {
      boolean choice =
          template.parameters().stream()
              .anyMatch(it -> it.name().equalsIgnoreCase(argument.name()) && it.isChoice());
      VariablesRead search = new VariablesRead(file, given, choice);
      search.rewrite(argument.value());
      all.put(argument.at(), search.found.stream().distinct().toList());
    }
    return all;
  }

  @Override
  protected Expr replace(Expr expr, Set<String> bound) {
    switch (expr) {
      case Expr.Call(_, String function, List<Expr> arguments, _)
          when arguments.size() == 2
              && arguments.get(function.equals(GivenText.READ) ? 1 : 0)
                  instanceof Expr.StringLiteral(String name, _)
              && !given.outputs().containsKey(name) -> {
        if (function.equals(GivenText.READ)) {
          found.add(new ByVariable.Given(name, given.option(name)));
        } else if (function.equals("readEnvironmentVariable")) {
          found.add(new ByVariable.Default(name, name, choice));
        }
      }
      case Expr.VariableRef(String name, _) -> {
        if (seen.add(name)) {
          Optional.ofNullable(variables.get(name)).ifPresent(it -> rewrite(it.value()));
        }
      }
      case Expr _ -> {}
    }
    return expr;
  }
}
