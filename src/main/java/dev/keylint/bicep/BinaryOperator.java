package dev.keylint.bicep;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// An operator with two operands; all are left-associative, and a higher precedence binds tighter.
public enum BinaryOperator {
  MULTIPLY("*", 100, TokenType.ASTERISK),
  DIVIDE("/", 100, TokenType.SLASH),
  MODULO("%", 100, TokenType.MODULO),
  ADD("+", 90, TokenType.PLUS),
  SUBTRACT("-", 90, TokenType.MINUS),
  GREATER(">", 80, TokenType.RIGHT_CHEVRON),
  GREATER_OR_EQUAL(">=", 80, TokenType.GREATER_OR_EQUAL),
  LESS("<", 80, TokenType.LEFT_CHEVRON),
  LESS_OR_EQUAL("<=", 80, TokenType.LESS_OR_EQUAL),
  EQUALS("==", 70, TokenType.EQUALS),
  NOT_EQUALS("!=", 70, TokenType.NOT_EQUALS),
  EQUALS_IGNORE_CASE("=~", 70, TokenType.EQUALS_IGNORE_CASE),
  NOT_EQUALS_IGNORE_CASE("!~", 70, TokenType.NOT_EQUALS_IGNORE_CASE),
  AND("&&", 50, TokenType.AND),
  OR("||", 40, TokenType.OR),
  COALESCE("??", 30, TokenType.COALESCE);

  private static final Map<TokenType, BinaryOperator> BY_TOKEN = byToken();

  private final String symbol;
  private final int precedence;
  private final TokenType token;

  BinaryOperator(String symbol, int precedence, TokenType token) {
    this.symbol = symbol;
    this.precedence = precedence;
    this.token = token;
  }

  /// The operator as it is written.
  public String symbol() {
    return symbol;
  }

  int precedence() {
    return precedence;
  }

  /// The operator that a token stands for between two operands.
  static Optional<BinaryOperator> of(TokenType type) {
    return Optional.ofNullable(BY_TOKEN.get(type));
  }

  private static Map<TokenType, BinaryOperator> byToken() {
    var operators = new EnumMap<TokenType, BinaryOperator>(TokenType.class);
    for (BinaryOperator operator : values()) {
      operators.put(operator.token, operator);
    }
    return operators;
  }
}
