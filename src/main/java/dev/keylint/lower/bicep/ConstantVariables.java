package dev.keylint.lower.bicep;

import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.template.Expr;
import dev.keylint.template.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The variables of a file, its imported ones among them, for what has to be known ahead of their
/// turn.
final class ConstantVariables implements Function<String, Optional<Expr>> {
  private final BicepUnit unit;
  private final BicepScope scope;
  private final Map<String, Expr> imported = new HashMap<>();
  private final Map<String, Expression> declared = new HashMap<>();

  ConstantVariables(BicepUnit unit, BicepScope scope, List<Variable> variables) {
    this.unit = unit;
    this.scope = scope;
    variables.forEach(variable -> imported.put(variable.name(), variable.value()));
    for (Declaration declaration : unit.file().declarations()) {
      if (declaration instanceof Declaration.Variable(_, var name, _, var value, _)) {
        declared.put(name.name(), value);
      }
    }
  }

  @Override
  public Optional<Expr> apply(String name) {
    return Optional.ofNullable(imported.get(name))
        .or(() -> Optional.ofNullable(declared.get(name)).map(syntax -> lowered(name, syntax)));
  }

  /// A variable is lowered once more on its own, as it may stand further down; what there is to say
  /// of it is said when its turn comes.
  private Expr lowered(String name, Expression value) {
    return new BicepExpressions(unit.apart()).value(value, name, scope);
  }
}
