package dev.keylint.text;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;

/// What Go's standard library, in which azd is written, does with texts.
public final class GoText {
  private GoText() {}

  /// `strconv.ParseBool`.
  public static Optional<Boolean> bool(String text) {
    return switch (text) {
      case "1", "t", "T", "true", "TRUE", "True" -> Optional.of(true);
      case "0", "f", "F", "false", "FALSE", "False" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /// `strconv.ParseInt` with base 10 and 64 bits.
  public static OptionalLong integer(String text) {
    if (!text.matches("[-+]?[0-9]{1,4000}")) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException _) {
      return OptionalLong.empty();
    }
  }

  /// What `%v` prints of a number that came as JSON, which makes it a `float64`: shortest, and with
  /// an exponent from 1,000,000 on.
  public static String number(long value) {
    double read = value;
    if (Math.abs(read) < 1e6) {
      return Long.toString(value);
    }
    BigDecimal exact = new BigDecimal(Double.toString(read)).stripTrailingZeros();
    String digits = exact.unscaledValue().abs().toString();
    int exponent = exact.precision() - exact.scale() - 1;
    return (value < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + (exponent < 10 ? "e+0" : "e+")
        + exponent;
  }

  /// Bytes of the text in UTF-8, which is what Go counts.
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// Some bytes of a text; the end of a character that was cut is a replacement character.
  public static String slice(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  public static String upper(String text) {
    return text.codePoints()
        .map(Character::toUpperCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  public static String lower(String text) {
    return text.codePoints()
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /// A text in JSON as `json.Marshal` writes it, in quotes: fit for HTML, too.
  public static void quoted(String text, StringBuilder json) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\b' -> json.append("\\b");
        case '\f' -> json.append("\\f");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        case '<', '>', '&', '\u2028', '\u2029' -> escape(c, json);
        default -> {
          if (c < ' ') {
            escape(c, json);
          } else {
            json.append(c);
          }
        }
      }
    }
    json.append('"');
  }

  private static void escape(char c, StringBuilder json) {
    String hex = Integer.toHexString(c);
    json.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
  }
}
