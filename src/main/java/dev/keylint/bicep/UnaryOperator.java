package dev.keylint.bicep;

import java.util.Optional;

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

  /// The operator that a token stands for in front of an operand.
  static Optional<UnaryOperator> of(TokenType type) {
    return switch (type) {
      case EXCLAMATION -> Optional.of(NOT);
      case MINUS -> Optional.of(MINUS);
      case PLUS -> Optional.of(PLUS);
      default -> Optional.empty();
    };
  }
}
