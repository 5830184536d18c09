package dev.keylint.eval.expression;

import java.util.ArrayList;
import java.util.List;

/// The pieces of a .NET composite format string.
final class FormatPattern {
  private FormatPattern() {}

  /// A literal text, a hole `{index,alignment:format}`, or what .NET would refuse.
  sealed interface Piece {
    /// A literal text, its doubled braces undone.
    record Text(String text) implements Piece {}

    /// A place for an argument; `options` is what follows its index, `,10:N2`, empty for most.
    record Hole(int index, String options) implements Piece {}

    /// Not a format string.
    record Wrong() implements Piece {}
  }

  static List<Piece> pieces(String pattern) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i);
      boolean doubled = i + 1 < pattern.length() && pattern.charAt(i + 1) == c;
      if ((c == '{' || c == '}') && doubled) {
        text.append(c);
        i += 2;
      } else if (c == '{') {
        int end = pattern.indexOf('}', i);
        if (end < 0) {
          return List.of(new Piece.Wrong());
        }
        flush(pieces, text);
        pieces.add(hole(pattern.substring(i + 1, end)));
        i = end + 1;
      } else {
        text.append(c);
        i++;
      }
    }
    flush(pieces, text);
    return pieces;
  }

  private static void flush(List<Piece> pieces, StringBuilder text) {
    if (!text.isEmpty()) {
      pieces.add(new Piece.Text(text.toString()));
      text.setLength(0);
    }
  }

  private static Piece hole(String inside) {
    int digits = 0;
    while (digits < inside.length() && isDigit(inside.charAt(digits))) {
      digits++;
    }
    if (digits == 0 || digits > 6) {
      return new Piece.Wrong();
    }
    return new Piece.Hole(Integer.parseInt(inside.substring(0, digits)), inside.substring(digits));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
