package dev.keylint.bicep;

import java.util.List;

/// Finds the end of an element by its brackets alone, for one that lies too deep to be parsed.
final class Nesting {
  private Nesting() {}

  /// Index of the first token behind the element that starts at an index.
  static int endOfElement(List<Token> tokens, int from, boolean ofType) {
    int open = 0;
    int questions = 0;
    for (int i = from; ; i++) {
      TokenType type = tokens.get(i).type();
      int change = change(type, ofType);
      boolean closesTernary = type == TokenType.COLON && questions > 0;
      boolean outside = open == 0 && !closesTernary && (change < 0 || ends(type));
      if (outside || type == TokenType.END_OF_FILE) {
        return i;
      }
      open += change;
      if (open == 0) {
        questions += closesTernary ? -1 : opensTernary(tokens, i) ? 1 : 0;
      }
    }
  }

  private static boolean opensTernary(List<Token> tokens, int index) {
    if (tokens.get(index).type() != TokenType.QUESTION || index == 0) {
      return false;
    }
    TokenType before = tokens.get(index - 1).type();
    return before != TokenType.DOT && before != TokenType.LEFT_SQUARE;
  }

  private static int change(TokenType type, boolean ofType) {
    return switch (type) {
      case LEFT_CHEVRON -> ofType ? 1 : 0;
      case RIGHT_CHEVRON -> ofType ? -1 : 0;
      case LEFT_BRACE, LEFT_PAREN, LEFT_SQUARE, STRING_LEFT_PIECE -> 1;
      case RIGHT_BRACE, RIGHT_PAREN, RIGHT_SQUARE, STRING_RIGHT_PIECE -> -1;
      default -> 0;
    };
  }

  private static boolean ends(TokenType type) {
    return switch (type) {
      case NEW_LINE, COMMA, COLON, STRING_MIDDLE_PIECE -> true;
      default -> false;
    };
  }
}
