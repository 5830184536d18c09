package dev.keylint.bicep;

import dev.keylint.text.Source;
import java.util.List;
import java.util.stream.Collectors;

/// Expressions with every operation in brackets, so that a test shows what belongs together.
final class Shape {
  private Shape() {}

  static String of(String expression) {
    BicepFile file = BicepParser.parse(Source.of("test.bicep", "var x = " + expression));
    if (!file.diagnostics().isEmpty()) {
      return file.diagnostics().getFirst().message();
    }
    return file.declarations().getFirst() instanceof Declaration.Variable variable
        ? of(variable.value())
        : "no variable";
  }

  static String of(Expression expression) {
    return switch (expression) {
      case Expression.StringSyntax string ->
          string
              .text()
              .map(text -> "'" + text + "'")
              .orElseGet(() -> "format(" + holes(string) + ")");
      case Expression.IntegerLiteral(var value, _) -> Long.toUnsignedString(value);
      case Expression.BooleanLiteral(var value, _) -> String.valueOf(value);
      case Expression.NullLiteral _ -> "null";
      case Expression.NoneLiteral _ -> "none";
      case Expression.ObjectSyntax(var members, _) -> "{" + members.size() + " members}";
      case Expression.ArraySyntax(var members, _) ->
          members.stream().map(Shape::of).collect(Collectors.joining(", ", "[", "]"));
      case Expression.VariableAccess(var name, _) -> name.name();
      case Expression.PropertyAccess(var base, var name, var safe, _) ->
          "<" + of(base) + (safe ? " .? " : " . ") + name.name() + ">";
      case Expression.ArrayAccess(var base, var index, var safe, var fromEnd, _) ->
          "<" + of(base) + "[" + (safe ? "?" : "") + (fromEnd ? "^" : "") + of(index) + "]>";
      case Expression.ResourceAccess(var base, var name, _) ->
          "<" + of(base) + " :: " + name.name() + ">";
      case Expression.FunctionCall(var name, var arguments, _) -> name.name() + list(arguments);
      case Expression.InstanceFunctionCall(var base, var name, var arguments, _) ->
          "<" + of(base) + " . " + name.name() + list(arguments) + ">";
      case Expression.Ternary(var condition, var whenTrue, var whenFalse, _) ->
          "(" + of(condition) + " ? " + of(whenTrue) + " : " + of(whenFalse) + ")";
      case Expression.BinaryOperation(var operator, var left, var right, _) ->
          "(" + of(left) + " " + operator.symbol() + " " + of(right) + ")";
      case Expression.UnaryOperation(var operator, var operand, _) ->
          "(" + operator.symbol() + of(operand) + ")";
      case Expression.NonNullAssertion(var base, _) -> "<" + of(base) + " !>";
      case Expression.Parenthesized(var inner, _) -> "P" + of(inner);
      case Expression.Lambda(var parameters, var body, _) -> names(parameters) + " => " + of(body);
      case Expression.ForSyntax(var variables, var source, var body, _) ->
          "[for " + names(variables) + " in " + of(source) + ": " + of(body) + "]";
      case Expression.IfCondition(var condition, var body, _) ->
          "if " + of(condition) + " " + of(body);
      case Skipped _ -> "skipped";
    };
  }

  private static String of(ArrayMember member) {
    return switch (member) {
      case ArrayMember.Item(var value, _) -> of(value);
      case Spread(var value, _) -> "..." + of(value);
      case Skipped _ -> "skipped";
    };
  }

  private static String names(LocalVariables variables) {
    return variables.variables().stream()
        .map(variable -> variable.name().name())
        .collect(Collectors.joining(",", "(", ")"));
  }

  private static String list(List<Expression> expressions) {
    return expressions.stream().map(Shape::of).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String holes(Expression.StringSyntax string) {
    var text = new StringBuilder();
    for (int i = 0; i < string.expressions().size(); i++) {
      text.append(string.segments().get(i).text());
      text.append('{').append(of(string.expressions().get(i))).append('}');
    }
    return text.append(string.segments().getLast().text()).toString();
  }
}
