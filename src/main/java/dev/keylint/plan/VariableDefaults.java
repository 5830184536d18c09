package dev.keylint.plan;

import dev.keylint.lower.Rewriting;
import dev.keylint.lower.azd.FittedFile;
import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Expr;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Variable;
import dev.keylint.text.Location;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The values of a Bicep parameter file that count because an environment variable is unset.
final class VariableDefaults extends Rewriting {
  private final Map<String, Variable> variables = new HashMap<>();
  private final Set<String> seen = new HashSet<>();
  private Optional<String> first = Optional.empty();

  private VariableDefaults(ParameterFile file) {
    file.variables().forEach(variable -> variables.putIfAbsent(variable.name(), variable));
  }

  /// What would decide each otherwise, by its place.
  static Map<Location, String> in(ParameterFile file) {
    Map<Location, String> defaults = new LinkedHashMap<>();
    for (Argument argument : file.arguments()) {
      VariableDefaults search = new VariableDefaults(file);
      search.rewrite(argument.value());
      search.first.ifPresent(name -> defaults.put(argument.at(), FittedFile.byDefault(name, name)));
    }
    return defaults;
  }

  @Override
  protected Expr replace(Expr expr, Set<String> bound) {
    switch (expr) {
      case Expr.Call(_, String function, List<Expr> arguments, _)
          when function.equals("readEnvironmentVariable")
              && arguments.size() == 2
              && arguments.getFirst() instanceof Expr.StringLiteral(String name, _) ->
          first = first.or(() -> Optional.of(name));
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
