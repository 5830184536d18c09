package dev.keylint.graph;

import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What is known of a text: its characters, with the mark `HOLE` for each part that is not.
///
/// Invariant: there are as many holes as marks, in this order.
final class Text {
  static final char HOLE = '\uFFFC';

  private final String chars;
  private final List<Value> holes;
  private final int[] marks;
  private final Origin origin;

  Text(String chars, List<Value> holes, Origin origin) {
    this.chars = chars;
    this.holes = List.copyOf(holes);
    this.origin = origin;
    this.marks = holes.isEmpty() ? new int[0] : marks(chars, holes.size());
  }

  private static int[] marks(String chars, int count) {
    int[] marks = new int[count];
    int at = -1;
    for (int i = 0; i < count; i++) {
      at = chars.indexOf(HOLE, at + 1);
      marks[i] = at;
    }
    return marks;
  }

  /// A known text.
  static Text of(String chars, Origin origin) {
    return new Text(chars.replace(HOLE, ' '), List.of(), origin);
  }

  /// The text of a value; empty when the value is known and no text.
  static Optional<Text> of(Value value) {
    return TextReader.read(value);
  }

  /// A text of which nothing is known.
  static Text hole(Value value) {
    return new Text(String.valueOf(HOLE), List.of(value), value.origin());
  }

  String chars() {
    return chars;
  }

  List<Value> holes() {
    return holes;
  }

  Origin origin() {
    return origin;
  }

  boolean isKnown() {
    return holes.isEmpty();
  }

  Text lower() {
    return new Text(chars.toLowerCase(Locale.ROOT), holes, origin);
  }

  Text append(Text more) {
    return new TextBuilder().add(this).add(more).build(origin);
  }

  Text append(String more) {
    return new TextBuilder().add(this).add(more).build(origin);
  }

  Text slice(int from, int to) {
    return new Text(chars.substring(from, to), holes(from, to), origin);
  }

  Text from(int start) {
    return slice(start, chars.length());
  }

  /// The known end, after the last hole.
  String tail() {
    return chars.substring(chars.lastIndexOf(HOLE) + 1);
  }

  /// The known start, before the first hole.
  String head() {
    int hole = chars.indexOf(HOLE);
    return hole < 0 ? chars : chars.substring(0, hole);
  }

  /// As a value: a text, the hole itself, or a concatenation whose reason is that of its first
  /// hole.
  Value value() {
    if (holes.isEmpty()) {
      return new Value.Str(chars, origin);
    }
    if (chars.length() == 1) {
      return holes.getFirst().at(origin);
    }
    List<Value> parts = new ArrayList<>();
    int hole = 0;
    int from = 0;
    for (int i = 0; i <= chars.length(); i++) {
      if (i == chars.length() || chars.charAt(i) == HOLE) {
        if (i > from) {
          parts.add(new Value.Str(chars.substring(from, i), origin));
        }
        if (i < chars.length()) {
          parts.add(holes.get(hole++));
        }
        from = i + 1;
      }
    }
    return new Value.Unknown(
        new Term.Concat(parts), Doubt.because(holes.getFirst()).reason(), origin);
  }

  /// The same text for the same value, in lower case: holes by their symbol.
  String key() {
    if (holes.isEmpty()) {
      return chars.toLowerCase(Locale.ROOT);
    }
    StringBuilder key = new StringBuilder();
    int hole = 0;
    for (int i = 0; i < chars.length(); i++) {
      char c = chars.charAt(i);
      if (c == HOLE) {
        key.append('<')
            .append(NormalForm.print(holes.get(hole++)).toLowerCase(Locale.ROOT))
            .append('>');
      } else {
        key.append(Character.toLowerCase(c));
      }
    }
    return key.toString();
  }

  private List<Value> holes(int from, int to) {
    return holes.isEmpty() ? holes : holes.subList(before(from), before(to));
  }

  /// How many holes there are before an offset.
  private int before(int offset) {
    int found = Arrays.binarySearch(marks, offset);
    return found < 0 ? -found - 1 : found;
  }

  @Override
  public String toString() {
    return key();
  }
}
