package dev.keylint.bicep;

/// The kinds of tokens.
public enum TokenType {
  /// Anything that starts no token, and strings that do not end.
  UNRECOGNIZED,
  END_OF_FILE,
  /// A run of line ends without anything between them.
  NEW_LINE,
  /// A name; also every keyword except the three below, since keywords are keywords by place only.
  IDENTIFIER,
  TRUE,
  FALSE,
  NULL,
  INTEGER,
  /// A string without interpolation, or from its start to its end.
  STRING_COMPLETE,
  /// A string from its opening quote to its first `${`.
  STRING_LEFT_PIECE,
  /// From a `}` to the next `${`.
  STRING_MIDDLE_PIECE,
  /// From the last `}` to the closing quote.
  STRING_RIGHT_PIECE,
  AT,
  LEFT_BRACE,
  RIGHT_BRACE,
  LEFT_PAREN,
  RIGHT_PAREN,
  LEFT_SQUARE,
  RIGHT_SQUARE,
  COMMA,
  DOT,
  ELLIPSIS,
  QUESTION,
  COALESCE,
  COLON,
  DOUBLE_COLON,
  SEMICOLON,
  ASSIGNMENT,
  PLUS,
  MINUS,
  ASTERISK,
  SLASH,
  MODULO,
  EXCLAMATION,
  LEFT_CHEVRON,
  RIGHT_CHEVRON,
  LESS_OR_EQUAL,
  GREATER_OR_EQUAL,
  EQUALS,
  NOT_EQUALS,
  EQUALS_IGNORE_CASE,
  NOT_EQUALS_IGNORE_CASE,
  AND,
  OR,
  PIPE,
  ARROW,
  HAT
}
