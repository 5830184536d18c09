package dev.keylint.bicep;

/// An operator with two operands; all are left-associative, and a higher precedence binds tighter.
public enum BinaryOperator {
  MULTIPLY("*", 100),
  DIVIDE("/", 100),
  MODULO("%", 100),
  ADD("+", 90),
  SUBTRACT("-", 90),
  GREATER(">", 80),
  GREATER_OR_EQUAL(">=", 80),
  LESS("<", 80),
  LESS_OR_EQUAL("<=", 80),
  EQUALS("==", 70),
  NOT_EQUALS("!=", 70),
  EQUALS_IGNORE_CASE("=~", 70),
  NOT_EQUALS_IGNORE_CASE("!~", 70),
  AND("&&", 50),
  OR("||", 40),
  COALESCE("??", 30);

  private final String symbol;
  private final int precedence;

  BinaryOperator(String symbol, int precedence) {
    this.symbol = symbol;
    this.precedence = precedence;
  }

  /// The operator as it is written.
  public String symbol() {
    return symbol;
  }

  int precedence() {
    return precedence;
  }
}
