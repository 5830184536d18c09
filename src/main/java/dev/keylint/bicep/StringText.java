package dev.keylint.bicep;

import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Turns the tokens of one string into its segments; a string that does not end or has a wrong
/// escape has none.
final class StringText {
  static final char NO_ESCAPE = 0;
  private static final String QUOTES = "'''";

  private final String text;
  private final boolean lines;
  private final int dollars;

  private StringText(String text, Token first) {
    this.text = text;
    char start = text.charAt(first.start());
    this.lines =
        first.end() - first.start() > 2 && (start == '$' || text.charAt(first.start() + 1) == '\'');
    int count = 0;
    while (lines && text.charAt(first.start() + count) == '$') {
      count++;
    }
    this.dollars = count;
  }

  static Optional<List<StringSegment>> segments(String text, List<Token> pieces) {
    var string = new StringText(text, pieces.getFirst());
    var segments = new ArrayList<StringSegment>(pieces.size());
    for (Token piece : pieces) {
      Optional<StringSegment> segment = string.segment(piece);
      if (segment.isEmpty()) {
        return Optional.empty();
      }
      segment.ifPresent(segments::add);
    }
    return Optional.of(segments);
  }

  private Optional<StringSegment> segment(Token piece) {
    boolean first =
        piece.type() == TokenType.STRING_COMPLETE || piece.type() == TokenType.STRING_LEFT_PIECE;
    boolean last =
        piece.type() == TokenType.STRING_COMPLETE || piece.type() == TokenType.STRING_RIGHT_PIECE;
    String quotes = lines ? QUOTES : "'";
    String hole = (lines ? "$".repeat(dollars) : "$") + "{";
    String open = first ? "$".repeat(dollars) + quotes : "}";
    String close = last ? quotes : hole;
    int start = piece.start() + open.length();
    int end = piece.end() - close.length();
    if (end < start || !text.startsWith(open, piece.start()) || !text.startsWith(close, end)) {
      return Optional.empty();
    }
    Span span = new Span(start, end);
    return lines
        ? Optional.of(
            new StringSegment(text.substring(first ? pastLineEnd(start) : start, end), span))
        : unescape(start, end).map(value -> new StringSegment(value, span));
  }

  /// The first line end of a multi-line string does not count.
  private int pastLineEnd(int start) {
    int at = start;
    if (text.charAt(at) == '\r') {
      at++;
    }
    return text.charAt(at) == '\n' ? at + 1 : at;
  }

  private Optional<String> unescape(int start, int end) {
    if (text.indexOf('\\', start, end) < 0) {
      return Optional.of(text.substring(start, end));
    }
    var value = new StringBuilder(end - start);
    int at = start;
    while (at < end) {
      char c = text.charAt(at++);
      if (c != '\\') {
        value.append(c);
        continue;
      }
      if (at == end) {
        return Optional.empty();
      }
      char kind = text.charAt(at++);
      if (kind == 'u') {
        int close = text.indexOf('}', at, end);
        int point = close < 0 || text.charAt(at) != '{' ? -1 : codePoint(text, at + 1, close);
        if (point < 0) {
          return Optional.empty();
        }
        value.appendCodePoint(point);
        at = close + 1;
      } else if (escaped(kind) == NO_ESCAPE) {
        return Optional.empty();
      } else {
        value.append(escaped(kind));
      }
    }
    return Optional.of(value.toString());
  }

  /// What a character after a backslash means.
  static char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '\\', '\'', '$' -> c;
      default -> NO_ESCAPE;
    };
  }

  /// The value of a hexadecimal digit of ASCII; negative when it is none.
  static int hexadecimal(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }

  /// The code point of these hexadecimal digits; negative when there is none.
  static int codePoint(String text, int start, int end) {
    int value = 0;
    for (int i = start; i < end; i++) {
      int digit = hexadecimal(text.charAt(i));
      value = value * 16 + digit;
      if (digit < 0 || value > Character.MAX_CODE_POINT) {
        return -1;
      }
    }
    return start < end ? value : -1;
  }
}
