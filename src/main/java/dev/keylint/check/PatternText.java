package dev.keylint.check;

/// The code points of a regular expression, read one after the other.
final class PatternText {
  private final int[] points;
  private int at;

  PatternText(String pattern) {
    this.points = pattern.codePoints().toArray();
  }

  boolean atEnd() {
    return at >= points.length;
  }

  /// The next one, left where it is; there must be one.
  int peek() {
    return points[at];
  }

  int next() {
    return points[at++];
  }

  boolean take(int point) {
    if (atEnd() || points[at] != point) {
      return false;
    }
    at++;
    return true;
  }

  /// Reads `P<name>` or `<name>`, the start of a named group.
  boolean takeName() {
    int start = at;
    take('P');
    if (take('<')) {
      while (!atEnd() && Character.isLetterOrDigit(peek())) {
        at++;
      }
      if (take('>')) {
        return true;
      }
    }
    at = start;
    return false;
  }

  /// Reads `{2}`, `{2,}` or `{2,3}`; empty, with nothing read, when that is not what comes.
  int[] counts() {
    int start = at;
    if (take('{')) {
      int min = number();
      int max = take(',') ? (!atEnd() && peek() == '}' ? -1 : number()) : min;
      if (min >= 0 && max >= -1 && take('}')) {
        return new int[] {min, max};
      }
    }
    at = start;
    return new int[0];
  }

  private int number() {
    int number = 0;
    int start = at;
    while (!atEnd() && Character.digit(peek(), 10) >= 0 && at - start < 6) {
      number = number * 10 + Character.digit(next(), 10);
    }
    return at == start ? -2 : number;
  }

  /// Reads this many hexadecimal digits, or all in braces; -1 when they are not there.
  int hex(int digits) {
    boolean braces = take('{');
    int number = 0;
    int read = 0;
    while (!atEnd() && Character.digit(peek(), 16) >= 0 && read < (braces ? 6 : digits)) {
      number = number * 16 + Character.digit(next(), 16);
      read++;
    }
    boolean complete = braces ? take('}') && read > 0 : read == digits;
    return complete ? number : -1;
  }
}
