package dev.keylint.fix;

/// How a file is laid out: its line ends and indents.
record Layout(String text, String lineEnd, String unit) {
  private static final int WIDEST = 8;

  static Layout of(String text) {
    return new Layout(text, lineEnd(text), unit(text));
  }

  private static String lineEnd(String text) {
    int first = text.indexOf('\n');
    if (first < 0) {
      return text.indexOf('\r') >= 0 ? "\r" : "\n";
    }
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  /// The least indent of a line, a tab or some spaces; two spaces when no line has one.
  private static String unit(String text) {
    int least = Integer.MAX_VALUE;
    for (int line = 0; line < text.length(); line = nextLine(text, line)) {
      int at = line;
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
      if (at == line && at < text.length() && text.charAt(at) == '\t') {
        return "\t";
      }
      boolean blank = at >= text.length() || isLineEnd(text.charAt(at)) || text.charAt(at) == '*';
      if (at > line && !blank) {
        least = Math.min(least, at - line);
      }
    }
    return least <= WIDEST && least > 1 ? " ".repeat(least) : "  ";
  }

  private static int nextLine(String text, int from) {
    int at = from;
    while (at < text.length() && !isLineEnd(text.charAt(at))) {
      at++;
    }
    return pastLineEnd(text, at);
  }

  /// Behind the line end at an offset; the offset itself when none is there.
  static int pastLineEnd(String text, int at) {
    if (at < text.length() && text.charAt(at) == '\r') {
      return at + 1 < text.length() && text.charAt(at + 1) == '\n' ? at + 2 : at + 1;
    }
    return at < text.length() && text.charAt(at) == '\n' ? at + 1 : at;
  }

  static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  /// Where the line of an offset begins.
  int lineStart(int offset) {
    int at = offset;
    while (at > 0 && !isLineEnd(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /// Where the line of an offset ends, before its line end.
  int lineEnd(int offset) {
    int at = offset;
    while (at < text.length() && !isLineEnd(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// The white space that the line of an offset begins with.
  String indent(int offset) {
    int start = lineStart(offset);
    int at = start;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return text.substring(start, at);
  }

  /// Whether nothing but white space stands before an offset in its line.
  boolean isFirst(int offset) {
    return text.substring(lineStart(offset), offset).isBlank();
  }

  boolean hasLineEnd(int start, int end) {
    return text.substring(start, end).chars().anyMatch(c -> isLineEnd((char) c));
  }
}
