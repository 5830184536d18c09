package dev.keylint.lower.bicep;

import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.template.Expr;
import dev.keylint.template.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The variables that a file declares or imports, for those who ask ahead of their turn.
final class FileVariables {
  private final BicepUnit unit;
  private final BicepScope names;
  private final Map<String, Expr> imported = new HashMap<>();
  private final Map<String, Expression> declared = new HashMap<>();

  FileVariables(BicepUnit unit, BicepScope names, List<Variable> imports) {
    this.unit = unit;
    this.names = names;
    imports.forEach(variable -> imported.put(variable.name(), variable.value()));
    for (var declaration : unit.file().declarations()) {
      if (declaration instanceof Declaration.Variable(_, var name, _, var value, _)) {
        declared.put(name.name(), value);
      }
    }
  }

  /// The value of a variable. One of the file is lowered once more on its own, as it may stand
  /// further down; what there is to say of it is said when its turn comes.
  Optional<Expr> value(String name) {
    return Optional.ofNullable(imported.get(name))
        .or(() ->
            Optional.ofNullable(declared.get(name))
                .map(syntax -> new BicepExpressions(unit.apart()).value(syntax, name, names)));
  }
}
