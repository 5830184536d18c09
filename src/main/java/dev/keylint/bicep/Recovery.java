package dev.keylint.bicep;

import dev.keylint.text.Source;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Finds the declaration at which reading goes on where a bracket of the one before is never
/// closed, so that a slip in one declaration does not cost the rest of the file.
///
/// A file whose brackets are all closed is read as if this were not here.
final class Recovery {
  private final Source source;
  private final List<Token> tokens;
  private Optional<BitSet> unclosed = Optional.empty();

  Recovery(Source source, List<Token> tokens) {
    this.source = source;
    this.tokens = tokens;
  }

  /// Whether a declaration starts with this token although a bracket since `from` is still open.
  boolean startsDeclaration(int index, int from) {
    return index > from
        && isFirstInLine(index)
        && isDeclaration(afterDecorators(index))
        && isOpenSince(from, index);
  }

  private boolean isFirstInLine(int index) {
    int start = tokens.get(index).start();
    return tokens.get(index - 1).type() == TokenType.NEW_LINE
        && tokens.get(index - 1).end() == start
        && start > 0
        && isLineEnd(source.text().charAt(start - 1));
  }

  private static boolean isLineEnd(char character) {
    return character == '\n' || character == '\r';
  }

  /// The first token behind decorators, each of which ends with its line.
  private int afterDecorators(int index) {
    int at = index;
    while (type(at) == TokenType.AT) {
      int open = 0;
      while (type(at) != TokenType.END_OF_FILE && (open > 0 || type(at) != TokenType.NEW_LINE)) {
        open += opens(type(at)) ? 1 : closes(type(at)) ? -1 : 0;
        at++;
      }
      while (type(at) == TokenType.NEW_LINE) {
        at++;
      }
    }
    return at;
  }

  private boolean isDeclaration(int index) {
    if (type(index) != TokenType.IDENTIFIER) {
      return false;
    }
    Token keyword = tokens.get(index);
    TokenType third = type(index + 2);
    boolean named = type(index + 1) == TokenType.IDENTIFIER;
    return switch (source.text().substring(keyword.start(), keyword.end())) {
      case "resource", "module" ->
          named && (third == TokenType.STRING_COMPLETE || third == TokenType.STRING_LEFT_PIECE);
      case "param", "output" -> named && third != TokenType.COLON && third != TokenType.NEW_LINE;
      case "var" -> named && (third == TokenType.ASSIGNMENT || third == TokenType.IDENTIFIER);
      case "type", "metadata" -> named && third == TokenType.ASSIGNMENT;
      case "func" -> named && third == TokenType.LEFT_PAREN;
      case "targetScope" -> type(index + 1) == TokenType.ASSIGNMENT;
      default -> false;
    };
  }

  private TokenType type(int index) {
    return tokens.get(Math.min(index, tokens.size() - 1)).type();
  }

  private boolean isOpenSince(int from, int index) {
    BitSet open = unclosed.orElseGet(this::unclosed);
    unclosed = Optional.of(open);
    int next = open.nextSetBit(from);
    return next >= 0 && next < index;
  }

  /// The brackets that nothing closes.
  private BitSet unclosed() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (opens(type(i))) {
        open.push(i);
      } else if (closes(type(i)) && !open.isEmpty() && fits(type(open.peek()), type(i))) {
        open.pop();
      }
    }
    BitSet unclosed = new BitSet();
    open.forEach(unclosed::set);
    return unclosed;
  }

  private static boolean opens(TokenType type) {
    return type == TokenType.LEFT_BRACE
        || type == TokenType.LEFT_SQUARE
        || type == TokenType.LEFT_PAREN;
  }

  private static boolean closes(TokenType type) {
    return type == TokenType.RIGHT_BRACE
        || type == TokenType.RIGHT_SQUARE
        || type == TokenType.RIGHT_PAREN;
  }

  private static boolean fits(TokenType open, TokenType close) {
    return switch (open) {
      case LEFT_BRACE -> close == TokenType.RIGHT_BRACE;
      case LEFT_SQUARE -> close == TokenType.RIGHT_SQUARE;
      default -> close == TokenType.RIGHT_PAREN;
    };
  }
}
