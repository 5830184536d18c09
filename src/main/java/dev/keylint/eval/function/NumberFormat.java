package dev.keylint.eval.function;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number by a .NET format specifier (`N0`, `D3`, `X`, `000.0#`, …), in the conventions of en-US.
sealed interface NumberFormat {
  /// The number as text.
  record Text(String text) implements NumberFormat {}

  /// .NET refuses the specifier for this number.
  record Refused() implements NumberFormat {}

  /// .NET knows the specifier, we don't.
  record NotImplemented() implements NumberFormat {}

  /// A letter and a precision; anything else is a custom format.
  Pattern STANDARD = Pattern.compile("([A-Za-z])(\\d{0,9})");

  /// Digits that we are willing to make.
  int MOST_DIGITS = 100_000;

  static NumberFormat of(BigDecimal number, boolean integer, String specifier) {
    if (Math.abs((long) number.scale()) > MOST_DIGITS) {
      return new NotImplemented();
    }
    Matcher standard = STANDARD.matcher(specifier);
    if (!standard.matches()) {
      return CustomNumberFormat.format(number, specifier);
    }
    String digits = standard.group(2);
    int precision = digits.isEmpty() ? -1 : Integer.parseInt(digits);
    if (precision > MOST_DIGITS) {
      return new NotImplemented();
    }
    char letter = standard.group(1).charAt(0);
    return switch (Character.toUpperCase(letter)) {
      case 'C' -> new Text(signed(number, "$", grouped(number.abs(), or(precision, 2)), ""));
      case 'N' -> new Text(signed(number, "", grouped(number.abs(), or(precision, 2)), ""));
      case 'P' -> {
        BigDecimal hundred = number.movePointRight(2);
        yield new Text(signed(hundred, "", grouped(hundred.abs(), or(precision, 2)), "%"));
      }
      case 'F' -> new Text(signed(number, "", fixed(number.abs(), or(precision, 2)), ""));
      case 'E' -> new Text(scientific(number, or(precision, 6), letter));
      case 'G', 'R' -> general(number, precision, letter);
      case 'D' -> integer ? new Text(integerDigits(number, precision)) : new Refused();
      case 'X' -> integer ? new Text(radix(number, precision, letter, 16)) : new Refused();
      case 'B' -> integer ? new Text(radix(number, precision, letter, 2)) : new Refused();
      default -> new Refused();
    };
  }

  /// Half away from zero, as .NET rounds when it formats.
  static String fixed(BigDecimal number, int decimals) {
    return number.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  /// With a comma between thousands.
  static String grouped(BigDecimal number, int decimals) {
    String fixed = fixed(number, decimals);
    int point = fixed.indexOf('.');
    StringBuilder text = new StringBuilder(fixed);
    for (int i = (point < 0 ? fixed.length() : point) - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return text.toString();
  }

  private static int or(int precision, int standard) {
    return precision < 0 ? standard : precision;
  }

  /// A minus only where a digit other than 0 is left.
  private static String signed(BigDecimal number, String before, String digits, String after) {
    return (number.signum() < 0 && hasDigit(digits) ? "-" : "") + before + digits + after;
  }

  /// Whether a digit other than 0 shows.
  static boolean hasDigit(String text) {
    return text.chars().anyMatch(digit -> digit >= '1' && digit <= '9');
  }

  private static String integerDigits(BigDecimal number, int precision) {
    String digits = number.abs().toPlainString();
    String zeros = "0".repeat(Math.max(0, precision - digits.length()));
    return (number.signum() < 0 ? "-" : "") + zeros + digits;
  }

  /// Negative numbers as 64 bits in two's complement.
  private static String radix(BigDecimal number, int precision, char letter, int radix) {
    String digits =
        radix == 16
            ? Long.toHexString(number.longValueExact())
            : Long.toBinaryString(number.longValueExact());
    String cased = Character.isUpperCase(letter) ? digits.toUpperCase(Locale.ROOT) : digits;
    return "0".repeat(Math.max(0, precision - digits.length())) + cased;
  }

  private static NumberFormat general(BigDecimal number, int precision, char letter) {
    int digits = number.signum() == 0 ? 1 : number.precision() - number.scale();
    if (precision <= 0 || (digits <= precision && digits > -5)) {
      return new Text(Rendering.plain(precision <= 0 ? number : shortened(number, precision)));
    }
    BigDecimal mantissa = shortened(number, precision);
    String text = scientific(mantissa, Math.max(0, mantissa.precision() - 1), 'E');
    // The general format writes at least two digits of exponent, the scientific three.
    String shorter = text.replaceFirst("E([+-])0(\\d\\d)$", "E$1$2");
    return new Text(Character.isUpperCase(letter) ? shorter : shorter.replace('E', 'e'));
  }

  private static BigDecimal shortened(BigDecimal number, int precision) {
    BigDecimal rounded =
        number.round(new MathContext(precision, RoundingMode.HALF_UP)).stripTrailingZeros();
    return rounded.scale() < 0 && rounded.precision() - rounded.scale() <= precision
        ? rounded.setScale(0)
        : rounded;
  }

  private static String scientific(BigDecimal number, int decimals, char letter) {
    if (number.signum() == 0) {
      return fixed(BigDecimal.ZERO, decimals) + letter + "+000";
    }
    BigDecimal rounded = number.round(new MathContext(decimals + 1, RoundingMode.HALF_UP));
    int exponent = rounded.precision() - rounded.scale() - 1;
    String mantissa = fixed(rounded.movePointLeft(exponent).abs(), decimals);
    String sign = exponent < 0 ? "-" : "+";
    String digits = Integer.toString(Math.abs(exponent));
    String zeros = "0".repeat(Math.max(0, 3 - digits.length()));
    return (number.signum() < 0 ? "-" : "") + mantissa + letter + sign + zeros + digits;
  }
}
