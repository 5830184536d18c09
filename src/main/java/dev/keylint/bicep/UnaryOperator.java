package dev.keylint.bicep;

/// An operator with one operand; it binds to one member expression, so `--x` is no Bicep.
public enum UnaryOperator {
  NOT("!"),
  MINUS("-"),
  PLUS("+");

  private final String symbol;

  UnaryOperator(String symbol) {
    this.symbol = symbol;
  }

  /// The operator as it is written.
  public String symbol() {
    return symbol;
  }
}
