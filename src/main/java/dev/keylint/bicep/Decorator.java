package dev.keylint.bicep;

import dev.keylint.bicep.Expression.FunctionCall;
import dev.keylint.bicep.Expression.InstanceFunctionCall;
import java.util.List;
import java.util.Optional;

/// `@name(arguments)` or `@sys.name(arguments)` in front of a declaration, property or item.
public record Decorator(Expression expression, Extent extent) implements Syntax {

  /// The name of the function, without its namespace; empty where it is no call.
  public Optional<String> name() {
    if (expression instanceof FunctionCall call) {
      return Optional.of(call.name().name());
    }
    return expression instanceof InstanceFunctionCall call
        ? Optional.of(call.name().name())
        : Optional.empty();
  }

  /// What the function is called with; nothing where it is no call.
  public List<Expression> arguments() {
    if (expression instanceof FunctionCall call) {
      return call.arguments();
    }
    return expression instanceof InstanceFunctionCall call ? call.arguments() : List.of();
  }
}
