package dev.keylint.bicep;

import java.util.Set;

/// Tokens at which reading goes on after a failure, by the place of the failure.
final class Stops {
  static final Set<TokenType> LINE = Set.of(TokenType.NEW_LINE);

  /// In an expression: where whatever surrounds it may go on.
  static final Set<TokenType> EXPRESSION =
      Set.of(
          TokenType.STRING_RIGHT_PIECE,
          TokenType.RIGHT_BRACE,
          TokenType.RIGHT_PAREN,
          TokenType.RIGHT_SQUARE,
          TokenType.NEW_LINE);

  /// In the middle of a ternary.
  static final Set<TokenType> WHEN_TRUE =
      Set.of(
          TokenType.COLON,
          TokenType.STRING_RIGHT_PIECE,
          TokenType.RIGHT_BRACE,
          TokenType.RIGHT_PAREN,
          TokenType.RIGHT_SQUARE,
          TokenType.NEW_LINE);

  /// In an item between parentheses.
  static final Set<TokenType> PARENTHESES =
      Set.of(
          TokenType.STRING_RIGHT_PIECE,
          TokenType.RIGHT_BRACE,
          TokenType.RIGHT_PAREN,
          TokenType.RIGHT_SQUARE,
          TokenType.NEW_LINE,
          TokenType.COMMA);

  /// At a closing parenthesis.
  static final Set<TokenType> CLOSE_PAREN =
      Set.of(
          TokenType.STRING_RIGHT_PIECE,
          TokenType.RIGHT_BRACE,
          TokenType.RIGHT_SQUARE,
          TokenType.NEW_LINE);

  static final Set<TokenType> ARGUMENT =
      Set.of(TokenType.NEW_LINE, TokenType.COMMA, TokenType.RIGHT_PAREN);
  static final Set<TokenType> TYPE_ARGUMENT =
      Set.of(TokenType.NEW_LINE, TokenType.COMMA, TokenType.RIGHT_CHEVRON);
  static final Set<TokenType> LAMBDA = Set.of(TokenType.NEW_LINE, TokenType.RIGHT_PAREN);
  static final Set<TokenType> HOLE =
      Set.of(TokenType.STRING_MIDDLE_PIECE, TokenType.STRING_RIGHT_PIECE, TokenType.NEW_LINE);

  static final Set<TokenType> OBJECT = Set.of(TokenType.NEW_LINE, TokenType.RIGHT_BRACE);
  static final Set<TokenType> KEY =
      Set.of(TokenType.COLON, TokenType.NEW_LINE, TokenType.RIGHT_BRACE);
  static final Set<TokenType> OBJECT_SPREAD =
      Set.of(TokenType.COMMA, TokenType.NEW_LINE, TokenType.RIGHT_BRACE);
  static final Set<TokenType> ARRAY = Set.of(TokenType.NEW_LINE, TokenType.RIGHT_SQUARE);
  static final Set<TokenType> ARRAY_SPREAD =
      Set.of(TokenType.COMMA, TokenType.NEW_LINE, TokenType.RIGHT_SQUARE);
  static final Set<TokenType> LOOP_SOURCE =
      Set.of(TokenType.COLON, TokenType.RIGHT_SQUARE, TokenType.NEW_LINE);
  static final Set<TokenType> CONDITION = Set.of(TokenType.LEFT_BRACE, TokenType.NEW_LINE);
  static final Set<TokenType> CONDITION_IN_LOOP =
      Set.of(TokenType.RIGHT_SQUARE, TokenType.LEFT_BRACE, TokenType.NEW_LINE);

  static final Set<TokenType> NAME_BEFORE_ASSIGNMENT =
      Set.of(TokenType.ASSIGNMENT, TokenType.NEW_LINE);
  static final Set<TokenType> NAME_BEFORE_TYPE = Set.of(TokenType.IDENTIFIER, TokenType.NEW_LINE);
  static final Set<TokenType> NAME_BEFORE_STRING =
      Set.of(TokenType.STRING_COMPLETE, TokenType.STRING_LEFT_PIECE, TokenType.NEW_LINE);
  static final Set<TokenType> TYPE_BEFORE_VALUE =
      Set.of(TokenType.ASSIGNMENT, TokenType.LEFT_BRACE, TokenType.NEW_LINE);
  static final Set<TokenType> BODY = Set.of(TokenType.LEFT_BRACE, TokenType.NEW_LINE);
  static final Set<TokenType> ALIAS = Set.of(TokenType.COMMA, TokenType.NEW_LINE);
  static final Set<TokenType> NOWHERE = Set.of();

  private Stops() {}
}
