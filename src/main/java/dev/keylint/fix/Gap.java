package dev.keylint.fix;

import dev.keylint.text.Span;
import java.util.List;
import java.util.OptionalInt;

/// What stands between two members of an object, or a member and its brace: white space, comments
/// and perhaps a comma.
///
/// @param comma where it is
/// @param lineEnd where the first line ends that is not inside a comment of several lines
record Gap(OptionalInt comma, OptionalInt lineEnd) {
  static Gap between(String text, Span first, Span next) {
    return of(text, first.end(), next.start());
  }

  /// Whether nothing but commas and white space stands between the items of a list.
  static boolean areBlank(String text, Span brackets, List<Span> items) {
    int at = brackets.start() + 1;
    for (Span item : items) {
      if (!isBlank(text, at, item.start())) {
        return false;
      }
      at = item.end();
    }
    return isBlank(text, at, brackets.end() - 1);
  }

  private static boolean isBlank(String text, int from, int to) {
    return text.substring(from, to).replace(',', ' ').isBlank();
  }

  static Gap of(String text, int from, int to) {
    OptionalInt comma = OptionalInt.empty();
    OptionalInt lineEnd = OptionalInt.empty();
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      if (text.startsWith("//", at)) {
        while (at < to && !Layout.isLineEnd(text.charAt(at))) {
          at++;
        }
        continue;
      }
      if (text.startsWith("/*", at)) {
        int close = text.indexOf("*/", at + 2);
        at = close < 0 ? to : close + 2;
        continue;
      }
      if (c == ',' && comma.isEmpty()) {
        comma = OptionalInt.of(at);
      }
      if (Layout.isLineEnd(c) && lineEnd.isEmpty()) {
        lineEnd = OptionalInt.of(at);
      }
      at++;
    }
    return new Gap(comma, lineEnd);
  }

  /// Whether the comma stands in the first line.
  boolean hasCommaInLine() {
    return comma.isPresent() && (lineEnd.isEmpty() || comma.getAsInt() < lineEnd.getAsInt());
  }
}
