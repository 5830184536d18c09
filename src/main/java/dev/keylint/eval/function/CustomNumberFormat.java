package dev.keylint.eval.function;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// .NET's custom numeric formats: `000`, `#,##0.00`, `0.0%`, `0;(0);none`.
final class CustomNumberFormat {
  private static final Pattern EXPONENT = Pattern.compile("[Ee][+-]?0");
  private static final char PERMILLE = '\u2030';

  private final List<Token> tokens = new ArrayList<>();
  private boolean grouped;
  private int scale;

  private CustomNumberFormat() {}

  private sealed interface Token {
    /// A digit; `0` shows also where there is none.
    record Place(boolean always) implements Token {}

    record Point() implements Token {}

    /// Groups digits or divides, depending on where it stands.
    record Comma() implements Token {}

    record Literal(String text) implements Token {}
  }

  /// Exponents (`0.0E+0`) are not implemented.
  static NumberFormat format(BigDecimal number, String specifier) {
    List<String> sections = sections(specifier);
    boolean negative = number.signum() < 0;
    boolean ownSection = negative && sections.size() > 1 && !sections.get(1).isEmpty();
    boolean zeroSection = number.signum() == 0 && sections.size() > 2 && !sections.get(2).isEmpty();
    String section = sections.get(ownSection ? 1 : zeroSection ? 2 : 0);
    CustomNumberFormat format = new CustomNumberFormat();
    if (!format.read(section)) {
      return new NumberFormat.NotImplemented();
    }
    String text = format.write(number.abs());
    boolean minus = negative && !ownSection && NumberFormat.hasDigit(text);
    return new NumberFormat.Text(minus ? "-" + text : text);
  }

  private static List<String> sections(String specifier) {
    List<String> sections = new ArrayList<>();
    int start = 0;
    int position = 0;
    while (position < specifier.length()) {
      if (specifier.charAt(position) == ';') {
        sections.add(specifier.substring(start, position));
        start = position + 1;
      }
      position = Math.max(literalEnd(specifier, position), position + 1);
    }
    sections.add(specifier.substring(start));
    return sections;
  }

  /// The end of an escaped or quoted literal that starts here; the position itself if none does.
  private static int literalEnd(String text, int position) {
    char character = text.charAt(position);
    if (character == '\\') {
      return Math.min(position + 2, text.length());
    }
    if (character == '\'' || character == '"') {
      int close = text.indexOf(character, position + 1);
      return close < 0 ? text.length() : close + 1;
    }
    return position;
  }

  private boolean read(String section) {
    int position = 0;
    while (position < section.length()) {
      int end = literalEnd(section, position);
      if (end > position) {
        tokens.add(new Token.Literal(unquoted(section.substring(position, end))));
        position = end;
        continue;
      }
      if (EXPONENT.matcher(section).region(position, section.length()).lookingAt()) {
        return false;
      }
      tokens.add(token(section.charAt(position)));
      position++;
    }
    commas();
    return true;
  }

  private Token token(char character) {
    return switch (character) {
      case '0' -> new Token.Place(true);
      case '#' -> new Token.Place(false);
      case ',' -> new Token.Comma();
      case '.' -> tokens.contains(new Token.Point()) ? new Token.Literal("") : new Token.Point();
      default -> {
        scale += character == '%' ? 2 : character == PERMILLE ? 3 : 0;
        yield new Token.Literal(String.valueOf(character));
      }
    };
  }

  private static String unquoted(String literal) {
    if (literal.startsWith("\\")) {
      return literal.substring(1);
    }
    boolean closed = literal.length() > 1 && literal.endsWith(literal.substring(0, 1));
    return literal.substring(1, closed ? literal.length() - 1 : literal.length());
  }

  /// A comma between whole places groups; one behind the last of them divides by a thousand.
  private void commas() {
    List<Token> whole = tokens.subList(0, pointAt());
    int last =
        Math.max(
            whole.lastIndexOf(new Token.Place(true)), whole.lastIndexOf(new Token.Place(false)));
    for (int i = 0; i < whole.size(); i++) {
      if (whole.get(i) instanceof Token.Comma) {
        grouped |= i < last;
        scale -= i > last ? 3 : 0;
      }
    }
  }

  private int pointAt() {
    int point = tokens.indexOf(new Token.Point());
    return point < 0 ? tokens.size() : point;
  }

  private String write(BigDecimal number) {
    List<Token> whole = tokens.subList(0, pointAt());
    List<Token> fraction = tokens.subList(pointAt(), tokens.size());
    String digits =
        NumberFormat.fixed(number.movePointRight(scale), (int) places(fraction).count());
    int dot = digits.indexOf('.');
    return whole(whole, dot < 0 ? digits : digits.substring(0, dot))
        + fraction(fraction, dot < 0 ? "" : digits.substring(dot + 1));
  }

  private static Stream<Token.Place> places(List<Token> tokens) {
    return tokens.stream().filter(Token.Place.class::isInstance).map(Token.Place.class::cast);
  }

  /// Digits fill their places from the right; the first place takes all that are left over.
  private String whole(List<Token> tokens, String digits) {
    List<Token.Place> places = places(tokens).toList();
    int firstAlways = places.indexOf(new Token.Place(true));
    int least = firstAlways < 0 ? 0 : places.size() - firstAlways;
    String significant = digits.equals("0") ? "" : digits;
    String filled = "0".repeat(Math.max(0, least - significant.length())) + significant;
    if (places.isEmpty()) {
      // `.00` shows the whole digits before its point.
      return literals(tokens) + (this.tokens.contains(new Token.Point()) ? filled : "");
    }
    StringBuilder text = new StringBuilder();
    int open = places.size();
    for (Token token : tokens) {
      if (token instanceof Token.Literal(String literal)) {
        text.append(literal);
      } else if (token instanceof Token.Place) {
        int highest = open == places.size() ? filled.length() : Math.min(open, filled.length());
        for (int right = highest; right >= open; right--) {
          text.append(filled.charAt(filled.length() - right));
          text.append(grouped && right > 1 && right % 3 == 1 ? "," : "");
        }
        open--;
      }
    }
    return text.toString();
  }

  /// Zeros at the end show only in places that always show; the point only before a digit.
  private static String fraction(List<Token> tokens, String digits) {
    List<Token.Place> places = places(tokens).toList();
    int shown = digits.length();
    int least = places.lastIndexOf(new Token.Place(true)) + 1;
    while (shown > least && digits.charAt(shown - 1) == '0') {
      shown--;
    }
    StringBuilder text = new StringBuilder(shown > 0 ? "." : "");
    int next = 0;
    for (Token token : tokens) {
      if (token instanceof Token.Literal(String literal)) {
        text.append(literal);
      } else if (token instanceof Token.Place && next < shown) {
        text.append(digits.charAt(next++));
      }
    }
    return text.toString();
  }

  private static String literals(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    for (Token token : tokens) {
      text.append(token instanceof Token.Literal(String literal) ? literal : "");
    }
    return text.toString();
  }
}
