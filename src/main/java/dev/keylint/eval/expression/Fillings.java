package dev.keylint.eval.expression;

import dev.keylint.template.Expr;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Choices like `empty(x) ? 'default' : x`, by which there is some text whatever `x` is.
public final class Fillings {
  private Fillings() {}

  /// What a condition comes to: where it only chooses what fills in for an empty text, the
  /// environment variables that decided it are marked so.
  ///
  /// @param then what it chooses when it is true
  public static Value condition(Expr test, Expr then, Expr otherwise, Frame frame) {
    Value condition = frame.value(test);
    return condition instanceof Value.Bool(boolean truth, Origin origin)
            && !origin.variables().isEmpty()
            && tested(test).filter(it -> isSame(it, truth ? otherwise : then)).isPresent()
        ? new Value.Bool(truth, origin.filling())
        : condition;
  }

  /// What is compared with an empty text.
  private static Optional<Expr> tested(Expr test) {
    if (!(test instanceof Expr.Call(_, var function, List<Expr> arguments, _))) {
      return Optional.empty();
    }
    return switch (function.toLowerCase(Locale.ROOT)) {
      case "not" -> arguments.size() == 1 ? tested(arguments.getFirst()) : Optional.empty();
      case "empty" -> arguments.size() == 1 ? Optional.of(arguments.getFirst()) : Optional.empty();
      case "equals" ->
          arguments.size() == 2
                  && arguments.getLast() instanceof Expr.StringLiteral(String text, _)
                  && text.isEmpty()
              ? Optional.of(arguments.getFirst())
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isSame(Expr one, Expr other) {
    return switch (one) {
      case Expr.ParameterRef(String name, _) ->
          other instanceof Expr.ParameterRef(String same, _) && name.equalsIgnoreCase(same);
      case Expr.VariableRef(String name, _) ->
          other instanceof Expr.VariableRef(String same, _) && name.equalsIgnoreCase(same);
      case Expr _ -> false;
    };
  }
}
