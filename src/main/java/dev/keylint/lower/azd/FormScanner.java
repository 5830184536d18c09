package dev.keylint.lower.azd;

/// Takes a text with `${…}` apart, with the rules and quirks of the library that azd uses
/// (github.com/drone/envsubst): what a token is depends on where its parser stands.
final class FormScanner {
  static final int IDENT = 1;
  static final int OPEN = 2;
  static final int CLOSE = 4;
  static final int ESCAPE = 8;

  /// What is read behind the last character.
  private static final int END = 0;

  private final int[] points;
  private final boolean[] removed;
  private int position;
  private int start;
  private int width;
  private int mode;
  private Accepting accepting = (_, _) -> false;

  FormScanner(String text) {
    this.points = text.codePoints().toArray();
    this.removed = new boolean[points.length];
  }

  /// What the scanner met.
  enum Token {
    ILLEGAL,
    END,
    IDENT,
    OPEN,
    CLOSE
  }

  /// Whether a character belongs to a token.
  @FunctionalInterface
  interface Accepting {
    /// Whether this one does.
    ///
    /// @param index of the character in the token, counted from 1
    boolean test(int point, int index);
  }

  /// The next token.
  Token scan(Accepting accepted, int modes) {
    accepting = accepted;
    mode = modes;
    start = position;
    int point = read();
    if (point == END) {
      return Token.END;
    }
    if (opens(point)) {
      return Token.OPEN;
    }
    if (closes(point)) {
      return Token.CLOSE;
    }
    return identifies(point) ? Token.IDENT : Token.ILLEGAL;
  }

  /// The next closing brace.
  boolean closes() {
    return scan((_, _) -> false, CLOSE) == Token.CLOSE;
  }

  int peek() {
    int point = read();
    unread();
    return point;
  }

  /// The character behind the next one.
  int peekSecond() {
    int before = position;
    read();
    int point = peek();
    position = before;
    return point;
  }

  /// The text of the last token.
  String token() {
    StringBuilder text = new StringBuilder();
    for (int i = start; i < position; i++) {
      if (!removed[i]) {
        text.appendCodePoint(points[i]);
      }
    }
    return text.toString();
  }

  private int read() {
    if (position >= points.length) {
      width = 0;
      return END;
    }
    width = 1;
    return points[position++];
  }

  private void unread() {
    position -= width;
  }

  private boolean identifies(int first) {
    if ((mode & IDENT) == 0) {
      return false;
    }
    if (isEscaped(first)) {
      skip();
    } else if (!accepting.test(first, position - start)) {
      return false;
    }
    while (true) {
      int point = read();
      if (point == END) {
        unread();
        return true;
      }
      if (opens(point)) {
        unread();
        unread();
        return true;
      }
      if (isEscaped(point)) {
        skip();
      } else if (!accepting.test(point, position - start)) {
        unread();
        return true;
      }
    }
  }

  /// Leaves out the character just read and takes the next one, whatever it is.
  private void skip() {
    removed[position - 1] = true;
    position++;
  }

  private boolean opens(int point) {
    if ((mode & OPEN) == 0 || point != '$') {
      return false;
    }
    if (read() == '{') {
      return true;
    }
    unread();
    // The width of the dollar: what was read behind it may be the end.
    width = 1;
    return false;
  }

  private boolean closes(int point) {
    return (mode & CLOSE) != 0 && point == '}';
  }

  private boolean isEscaped(int point) {
    if ((mode & ESCAPE) == 0) {
      return false;
    }
    int next = peek();
    width = 1;
    return (point == '$' && next == '$') || (point == '\\' && (next == '/' || next == '\\'));
  }
}
