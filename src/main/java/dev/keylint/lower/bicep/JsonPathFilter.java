package dev.keylint.lower.bicep;

import dev.keylint.template.Expr;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A filter of a JSONPath: `(@.a.b == 'x')`, or `(@.a)` for what has the property.
///
/// @param property the names after `@`, joined by dots
record JsonPathFilter(String property, String operator, String literal) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\(?\\s*@\\.([\\w.$-]+)\\s*(?:(==|!=|<=|>=|<|>)\\s*('[^']*'|\"[^\"]*\"|[\\w.+-]+)\\s*)?\\)?");

  static Optional<JsonPathFilter> of(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<String> operator = Optional.ofNullable(matcher.group(2));
    Optional<String> literal = Optional.ofNullable(matcher.group(3));
    return Optional.of(
        new JsonPathFilter(matcher.group(1), operator.orElse(""), literal.orElse("")));
  }

  /// The text between quotes; empty when there are none.
  static Optional<String> quoted(String text) {
    boolean single = text.length() > 1 && text.startsWith("'") && text.endsWith("'");
    boolean twice = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return single || twice ? Optional.of(text.substring(1, text.length() - 1)) : Optional.empty();
  }

  boolean accepts(Expr candidate) {
    Optional<Expr> found = Optional.of(candidate);
    for (String name : property.split("\\.")) {
      found = found.flatMap(each -> JsonPath.get(each, name));
    }
    return found.filter(value -> operator.isEmpty() || compare(value)).isPresent();
  }

  private boolean compare(Expr value) {
    return switch (value) {
      case Expr.StringLiteral(var text, _) ->
          quoted(literal).filter(wanted -> holds(text.compareTo(wanted))).isPresent();
      case Expr.IntLiteral(var number, _) -> compare(BigDecimal.valueOf(number));
      case Expr.DecimalLiteral(var number, _) -> compare(number);
      case Expr.BoolLiteral(var bool, _) -> holds(String.valueOf(bool).compareTo(literal));
      case Expr.NullLiteral _ -> holds("null".compareTo(literal));
      case Expr _ -> false;
    };
  }

  private boolean compare(BigDecimal number) {
    return literal.matches("[+-]?\\d{1,30}(\\.\\d{1,30})?")
        && holds(number.compareTo(new BigDecimal(literal)));
  }

  private boolean holds(int comparison) {
    return switch (operator) {
      case "==" -> comparison == 0;
      case "!=" -> comparison != 0;
      case "<" -> comparison < 0;
      case "<=" -> comparison <= 0;
      case ">" -> comparison > 0;
      default -> comparison >= 0;
    };
  }
}
