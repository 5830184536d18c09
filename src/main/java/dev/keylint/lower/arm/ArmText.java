package dev.keylint.lower.arm;

import dev.keylint.json.JsonString;
import dev.keylint.json.TextOffsets;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;

/// The characters of a template string that hold an expression, with their way back to the source.
///
/// @param text the value of the JSON string, of which `start` to `end` is the expression without
///   its brackets
/// @param whole the JSON string with its quotes, which is where a fix would write
record ArmText(
    Source source, String text, int start, int end, TextOffsets offsets, Location whole) {

  private static final String SPACE = " \t\r\n";

  /// An expression inside a JSON string whose first `brackets` characters are `[`.
  static ArmText of(Source source, JsonString string, int brackets) {
    return of(source, string, brackets, string.offsets(source));
  }

  /// The same in a text that the source does not hold as it is: all of it stands at one place.
  static ArmText made(Source source, JsonString string, int brackets) {
    return of(source, string, brackets, TextOffsets.whole(string.span()));
  }

  private static ArmText of(Source source, JsonString string, int brackets, TextOffsets offsets) {
    String value = string.value();
    int start = brackets;
    int end = value.length() - 1;
    while (start < end && isSpace(value.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(value.charAt(end - 1))) {
      end--;
    }
    Location whole = new Location.InFile(source, string.span());
    return new ArmText(source, value, start, end, offsets, whole);
  }

  /// Whether a character may stand between the parts of an expression.
  static boolean isSpace(char c) {
    return SPACE.indexOf(c) >= 0;
  }

  /// Where a part of the expression stands; the expression as a whole stands where its string does.
  Location at(int from, int to) {
    return from == start && to == end ? whole : new Location.InFile(source, span(from, to));
  }

  Span span(int from, int to) {
    return offsets.span(from, to);
  }
}
