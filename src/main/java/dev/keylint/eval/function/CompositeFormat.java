package dev.keylint.eval.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A .NET composite format string, taken apart: `{0} and {1,8:N0}`, braces doubled.
///
/// The parts stand in order, no two literals side by side.
public record CompositeFormat(List<Part> parts) {
  private static final int WIDEST = 1_000_000;
  private static final Pattern HOLE =
      Pattern.compile(" *(\\d{1,6}) *(?:, *(-?\\d{1,7}) *)?(?::((?:[^{}])*))?");

  public CompositeFormat {
    parts = List.copyOf(parts);
  }

  /// A piece of the result.
  public sealed interface Part {
    /// Text to take as it is.
    record Literal(String text) implements Part {}

    /// The argument of this index, padded to a width (to the right if negative) and rendered by a
    /// format specifier; 0 and an empty specifier say nothing.
    record Hole(int index, int width, String specifier) implements Part {
      /// Whether the argument is taken as it is.
      public boolean plain() {
        return width == 0 && specifier.isEmpty();
      }
    }
  }

  /// Reads a format string; nothing if .NET would refuse it.
  public static Optional<CompositeFormat> parse(String format) {
    List<Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int position = 0;
    while (position < format.length()) {
      char character = format.charAt(position);
      boolean brace = character == '{' || character == '}';
      if (!brace || format.startsWith("" + character, position + 1)) {
        literal.append(character);
        position += brace ? 2 : 1;
        continue;
      }
      int end = format.indexOf('}', position);
      Optional<Part> hole =
          character == '{' && end > 0
              ? hole(format.substring(position + 1, end))
              : Optional.empty();
      if (hole.isEmpty()) {
        return Optional.empty();
      }
      addLiteral(parts, literal);
      hole.ifPresent(parts::add);
      position = end + 1;
    }
    addLiteral(parts, literal);
    return Optional.of(new CompositeFormat(parts));
  }

  /// The highest argument index in use.
  public OptionalInt highestIndex() {
    return parts.stream()
        .mapToInt(part -> part instanceof Part.Hole hole ? hole.index() : -1)
        .filter(index -> index >= 0)
        .max();
  }

  private static Optional<Part> hole(String content) {
    Matcher matcher = HOLE.matcher(content);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int width = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    String specifier = matcher.group(3) == null ? "" : matcher.group(3);
    return Math.abs(width) < WIDEST
        ? Optional.of(new Part.Hole(Integer.parseInt(matcher.group(1)), width, specifier))
        : Optional.empty();
  }

  private static void addLiteral(List<Part> parts, StringBuilder literal) {
    if (!literal.isEmpty()) {
      parts.add(new Part.Literal(literal.toString()));
      literal.setLength(0);
    }
  }
}
