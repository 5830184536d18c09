package dev.keylint.plan;

import dev.keylint.template.Expr;
import dev.keylint.template.Variable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Tells which expressions give a text, list or object that is not empty, whatever parameters are.
final class FilledExpressions {
  private static final Set<String> FILLED =
      Set.of("uniquestring", "guid", "newguid", "resourceid", "subscriptionresourceid");

  private FilledExpressions() {}

  static boolean isFilled(Expr value, List<Variable> variables) {
    Expr resolved = Definitions.resolve(value, variables);
    return switch (resolved) {
      case Expr.StringLiteral(var text, _) -> !text.isEmpty();
      case Expr.IntLiteral(long number, _) -> number > 0;
      case Expr.ArrayExpr array -> !array.items().isEmpty();
      case Expr.ObjectExpr object -> !object.members().isEmpty();
      case Expr.Interpolation(var parts, _) ->
          parts.stream().anyMatch(it -> !isParameter(it, variables));
      case Expr.Conditional(var condition, var then, var otherwise, _) ->
          isChosenFilled(condition, then, otherwise, variables);
      case Expr.Call(_, var name, var arguments, _) ->
          switch (name.toLowerCase(Locale.ROOT)) {
            case "if" ->
                arguments.size() == 3
                    && isChosenFilled(
                        arguments.getFirst(), arguments.get(1), arguments.getLast(), variables);
            case "format", "concat" ->
                arguments.stream().anyMatch(it -> isFixed(it, name) || isFilled(it, variables));
            case "tolower", "toupper" ->
                arguments.size() == 1 && isFilled(arguments.getFirst(), variables);
            case String known -> FILLED.contains(known);
          };
      case Expr _ -> false;
    };
  }

  /// Both forms are filled, or one of them is used only where it is not empty.
  private static boolean isChosenFilled(
      Expr condition, Expr then, Expr otherwise, List<Variable> variables) {
    return (isFilled(then, variables) || isTested(then, condition, false, variables))
        && (isFilled(otherwise, variables) || isTested(otherwise, condition, true, variables));
  }

  /// Whether a condition says that a parameter is empty.
  ///
  /// @param holds whether it does when it is true, else when it is false
  private static boolean isTested(
      Expr value, Expr condition, boolean holds, List<Variable> variables) {
    Expr resolved = Definitions.resolve(condition, variables);
    if (!(resolved instanceof Expr.Call(_, var name, var arguments, _)) || arguments.size() != 1) {
      return false;
    }
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "not" -> isTested(value, arguments.getFirst(), !holds, variables);
      case "empty" -> {
        Optional<ParameterPart> part = ParameterPart.of(value, variables);
        yield holds
            && part.isPresent()
            && part.equals(ParameterPart.of(arguments.getFirst(), variables));
      }
      default -> false;
    };
  }

  private static boolean isParameter(Expr part, List<Variable> variables) {
    return ParameterPart.of(part, variables).isPresent()
        || (part instanceof Expr.StringLiteral(var text, _) && text.isEmpty());
  }

  /// Whether a pattern has more than holes.
  private static boolean isFixed(Expr pattern, String function) {
    return function.equalsIgnoreCase("format")
        && pattern instanceof Expr.StringLiteral(var text, _)
        && !text.replaceAll("\\{\\d+}", "").isEmpty();
  }
}
