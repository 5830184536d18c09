package dev.keylint.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What is known of a text: its characters, with the mark `HOLE` for each part that is not.
///
/// Invariant: there are as many holes as marks, in this order.
public final class PartialText {
  public static final char HOLE = '\uFFFC';

  private final String chars;
  private final List<Value> holes;
  private final int[] marks;
  private final Origin origin;

  /// Makes a text of characters with marks, and what stands at each mark.
  public PartialText(String chars, List<Value> holes, Origin origin) {
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
  public static PartialText of(String chars, Origin origin) {
    return new PartialText(chars.replace(HOLE, ' '), List.of(), origin);
  }

  /// The text of a value; empty when the value is known and no text.
  public static Optional<PartialText> of(Value value) {
    return PartialTextReader.read(value);
  }

  /// A text of which nothing is known.
  public static PartialText hole(Value value) {
    return new PartialText(String.valueOf(HOLE), List.of(value), value.origin());
  }

  /// The characters, with `HOLE` for each part that is not known.
  public String chars() {
    return chars;
  }

  /// The parts that are not known, in order.
  public List<Value> holes() {
    return holes;
  }

  /// Where the text comes from.
  public Origin origin() {
    return origin;
  }

  /// Whether all of it is known.
  public boolean isKnown() {
    return holes.isEmpty();
  }

  /// The same with each hole made another value.
  public PartialText map(UnaryOperator<Value> change) {
    return holes.isEmpty()
        ? this
        : new PartialText(chars, holes.stream().map(change).toList(), origin);
  }

  /// The same with its known characters in lower case.
  public PartialText lower() {
    return new PartialText(chars.toLowerCase(Locale.ROOT), holes, origin);
  }

  /// Both, one after the other.
  public PartialText append(PartialText more) {
    return new PartialTextBuilder().add(this).add(more).build(origin);
  }

  /// The same with these characters at its end.
  public PartialText append(String more) {
    return new PartialTextBuilder().add(this).add(more).build(origin);
  }

  /// The characters from one offset up to another.
  public PartialText slice(int from, int to) {
    return new PartialText(chars.substring(from, to), holes(from, to), origin);
  }

  /// The characters from an offset on.
  public PartialText from(int start) {
    return slice(start, chars.length());
  }

  /// Without blanks at its ends.
  public PartialText strip() {
    String stripped = chars.strip();
    return stripped.length() == chars.length()
        ? this
        : slice(chars.indexOf(stripped), chars.indexOf(stripped) + stripped.length());
  }

  /// With known characters in the place of others.
  public PartialText replace(String old, String by) {
    PartialTextBuilder replaced = new PartialTextBuilder();
    int from = 0;
    for (int at = chars.indexOf(old); at >= 0; at = chars.indexOf(old, from)) {
      replaced.add(slice(from, at)).add(by);
      from = at + old.length();
    }
    return replaced.add(from(from)).build(origin);
  }

  /// The pieces between these characters.
  public List<PartialText> split(char separator) {
    List<PartialText> pieces = new ArrayList<>();
    int from = 0;
    for (int at = chars.indexOf(separator); at >= 0; at = chars.indexOf(separator, from)) {
      pieces.add(slice(from, at));
      from = at + 1;
    }
    pieces.add(from(from));
    return pieces;
  }

  /// Whether it has a character, whatever its holes are.
  public boolean isCertainlyNotEmpty() {
    return chars.length() > holes.size() || holes.stream().anyMatch(ScopeIds::isOne);
  }

  /// The known end, after the last hole.
  public String tail() {
    return chars.substring(chars.lastIndexOf(HOLE) + 1);
  }

  /// The known start, before the first hole.
  public String head() {
    int hole = chars.indexOf(HOLE);
    return hole < 0 ? chars : chars.substring(0, hole);
  }

  /// As a value: a text, the hole itself, which says where it can be filled, or a concatenation
  /// whose reason is that of its first hole.
  public Value value() {
    if (holes.isEmpty()) {
      return new Value.Str(chars, origin);
    }
    if (chars.length() == 1) {
      return holes.getFirst();
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

  /// For people to read: its holes by their names.
  public String shown() {
    return Shown.text(value());
  }

  /// The same text for the same value, in lower case: holes by their symbol.
  public String key() {
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
