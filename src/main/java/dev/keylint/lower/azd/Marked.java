package dev.keylint.lower.azd;

import dev.keylint.template.Expr;
import dev.keylint.template.GivenText;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;

/// Text in which marks stand for values that are not known, and around those that the user gave.
///
/// The marks are characters that Unicode promises never to use, so that they come through
/// substitution and JSON unharmed; a file that has them is refused.
final class Marked {
  private static final char HOLE = '\uFDD0';
  private static final char HOLE_END = '\uFDD1';
  private static final char GIVEN = '\uFDD2';
  private static final char GIVEN_END = '\uFDD3';

  private final List<Expr> holes = new ArrayList<>();

  static boolean hasMarks(String text) {
    return text.chars().anyMatch(c -> c >= HOLE && c <= GIVEN_END);
  }

  String hole(Expr value) {
    holes.add(value);
    return HOLE + Integer.toString(holes.size() - 1) + HOLE_END;
  }

  static boolean hasHole(String text) {
    return text.indexOf(HOLE) >= 0;
  }

  static boolean hasGiven(String text) {
    return text.indexOf(GIVEN) >= 0;
  }

  static String given(String text) {
    return text.isEmpty() || hasGiven(text) ? text : GIVEN + text + GIVEN_END;
  }

  /// The text with no word of what the user gave.
  static String plain(String text) {
    return hasGiven(text)
        ? text.replace(Character.toString(GIVEN), "").replace(Character.toString(GIVEN_END), "")
        : text;
  }

  /// The text as a value.
  ///
  /// @param hidden whether all of it came from the user
  Expr expr(String text, boolean hidden, Location at) {
    if (!hasHole(text)) {
      String plain = plain(text);
      return hidden || hasGiven(text) ? GivenText.of(plain, at) : new Expr.StringLiteral(plain, at);
    }
    List<Expr> parts = new ArrayList<>();
    int start = 0;
    for (int open = text.indexOf(HOLE); open >= 0; open = text.indexOf(HOLE, start)) {
      literal(text.substring(start, open), hidden, at, parts);
      int end = text.indexOf(HOLE_END, open);
      parts.add(holes.get(Integer.parseInt(text.substring(open + 1, end))));
      start = end + 1;
    }
    literal(text.substring(start), hidden, at, parts);
    return parts.size() == 1 ? parts.getFirst() : new Expr.Interpolation(parts, at);
  }

  private void literal(String text, boolean hidden, Location at, List<Expr> parts) {
    String plain = plain(text);
    if (!plain.isEmpty()) {
      boolean isGiven = hidden || !plain.equals(text);
      parts.add(isGiven ? GivenText.of(plain, at) : new Expr.StringLiteral(plain, at));
    }
  }
}
