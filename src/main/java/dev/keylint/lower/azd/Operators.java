package dev.keylint.lower.azd;

import dev.keylint.text.GoText;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/// What the operators of `${NAME…}` make of a value, as azd's library does it.
final class Operators {
  /// Values of variables are short; patterns take longer than that allows on others.
  private static final int MAX_MATCHED = 500;

  private static final int MAX_MADE = 1 << 20;

  private Operators() {}

  /// Whether an operator gives a default where the value is empty.
  static boolean isDefault(String operator) {
    return switch (operator) {
      case "=", ":=", ":-", ":?", ":+", "" -> true;
      default -> false;
    };
  }

  /// The value; empty where azd breaks off.
  static Optional<String> apply(String operator, String value, List<String> arguments) {
    return switch (operator) {
      case "," -> Optional.of(first(value, GoText::lower));
      case ",," -> Optional.of(GoText.lower(value));
      case "^" -> Optional.of(first(value, GoText::upper));
      case "^^" -> Optional.of(GoText.upper(value));
      case ":" -> substring(value, arguments);
      case "/", "//", "/#", "/%" -> replaced(operator, value, arguments);
      case "#" ->
          arguments.isEmpty()
              ? Optional.of(Integer.toString(GoText.bytes(value).length))
              : trimmed(value, arguments.getFirst(), false);
      case "##" -> trimmed(value, arguments.getFirst(), true);
      case "%", "%%" -> {
        boolean longest = operator.length() == 2;
        yield trimmed(reversed(value), reversed(arguments.getFirst()), longest)
            .map(Operators::reversed);
      }
      default -> Optional.of(value.isEmpty() ? String.join("", arguments) : value);
    };
  }

  private static String first(String value, UnaryOperator<String> change) {
    int end = value.isEmpty() ? 0 : value.offsetByCodePoints(0, 1);
    return change.apply(value.substring(0, end)) + value.substring(end);
  }

  private static Optional<String> substring(String value, List<String> arguments) {
    byte[] bytes = GoText.bytes(value);
    OptionalLong offset = GoText.integer(arguments.getFirst());
    if (offset.isEmpty()) {
      return Optional.of(value);
    }
    long from = offset.orElseThrow();
    if (from < 0) {
      from = Math.max(0, from + bytes.length);
    }
    if (arguments.size() == 1) {
      return Optional.of(rest(bytes, from));
    }
    OptionalLong length = GoText.integer(arguments.get(1));
    if (length.isEmpty()) {
      return Optional.of(value);
    }
    long to = from + length.orElseThrow();
    if (to >= bytes.length) {
      return Optional.of(rest(bytes, from));
    }
    return to < from
        ? Optional.empty()
        : Optional.of(GoText.slice(bytes, Math.toIntExact(from), Math.toIntExact(to)));
  }

  private static String rest(byte[] bytes, long from) {
    return from < bytes.length ? GoText.slice(bytes, (int) from, bytes.length) : "";
  }

  private static Optional<String> replaced(String operator, String value, List<String> arguments) {
    String pattern = arguments.getFirst();
    String by = arguments.size() > 1 ? arguments.get(1) : "";
    long most = value.length() + (long) (value.length() + 1) * by.length();
    if (most > MAX_MADE) {
      return Optional.empty();
    }
    boolean both = arguments.size() == 2;
    return Optional.of(
        switch (operator) {
          case "//" -> value.replace(pattern, by);
          case "/#" -> both && value.startsWith(pattern) ? once(value, pattern, by) : value;
          case "/%" ->
              both && value.endsWith(pattern)
                  ? value.substring(0, value.length() - pattern.length()) + by
                  : value;
          default -> once(value, pattern, by);
        });
  }

  private static String once(String value, String pattern, String by) {
    int at = value.indexOf(pattern);
    return at < 0 ? value : value.substring(0, at) + by + value.substring(at + pattern.length());
  }

  /// Without the shortest or longest start that a pattern matches; the empty start never counts.
  private static Optional<String> trimmed(String value, String pattern, boolean longest) {
    if (value.length() > MAX_MATCHED || pattern.length() > MAX_MATCHED) {
      return Optional.empty();
    }
    int matched = 0;
    for (int length = value.length(); length > 0; length--) {
      Optional<Boolean> matches = Glob.matches(pattern, value.substring(0, length));
      if (matches.isEmpty()) {
        return Optional.of(value);
      }
      if (matches.orElseThrow()) {
        matched = length;
        if (longest) {
          break;
        }
      }
    }
    return Optional.of(value.substring(matched));
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
