package dev.keylint.eval.function;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;

/// .NET's standard and custom date formats, in the conventions of the invariant culture, which is
/// what Azure prints.
public final class DateFormat {
  /// What `utcNow()` makes without a format.
  public static final String UTC_NOW = "yyyyMMddTHHmmssZ";

  static final String ISO = "yyyy-MM-ddTHH:mm:ssZ";

  private final OffsetDateTime time;
  private final String format;
  private final StringBuilder text = new StringBuilder();

  private DateFormat(OffsetDateTime time, String format) {
    this.time = time;
    this.format = format;
  }

  /// The time as text; nothing if .NET would refuse the format.
  public static Optional<String> format(OffsetDateTime time, String format) {
    if (format.length() != 1) {
      return new DateFormat(time, format.isEmpty() ? standard('G') : format).write();
    }
    char letter = format.charAt(0);
    boolean utc = "rRuU".indexOf(letter) >= 0;
    return new DateFormat(utc ? time.withOffsetSameInstant(ZoneOffset.UTC) : time, standard(letter))
        .write();
  }

  private static String standard(char letter) {
    return switch (letter) {
      case 'd' -> "MM/dd/yyyy";
      case 'D' -> "dddd, dd MMMM yyyy";
      case 'f' -> "dddd, dd MMMM yyyy HH:mm";
      case 'F', 'U' -> "dddd, dd MMMM yyyy HH:mm:ss";
      case 'g' -> "MM/dd/yyyy HH:mm";
      case 'G' -> "MM/dd/yyyy HH:mm:ss";
      case 'm', 'M' -> "MMMM dd";
      case 'o', 'O' -> "yyyy-MM-ddTHH:mm:ss.fffffffK";
      case 'r', 'R' -> "ddd, dd MMM yyyy HH:mm:ss 'GMT'";
      case 's' -> "yyyy-MM-ddTHH:mm:ss";
      case 't' -> "HH:mm";
      case 'T' -> "HH:mm:ss";
      case 'u' -> "yyyy-MM-dd HH:mm:ssZ";
      case 'y', 'Y' -> "yyyy MMMM";
      default -> "%";
    };
  }

  private Optional<String> write() {
    int position = 0;
    while (position < format.length()) {
      int length = one(position);
      if (length == 0 || text.length() > Limits.TEXT) {
        return Optional.empty();
      }
      position += length;
    }
    return Optional.of(text.toString());
  }

  /// Writes what stands here and returns how much of the format that was; 0 if it is wrong.
  private int one(int position) {
    char character = format.charAt(position);
    return switch (character) {
      case '\\' -> {
        text.append(format, end(position + 1), end(position + 2));
        yield position + 1 < format.length() ? 2 : 0;
      }
      case '\'', '"' -> {
        int close = format.indexOf(character, position + 1);
        text.append(format, position + 1, Math.max(close, position + 1));
        yield close < 0 ? 0 : close - position + 1;
      }
      case '%' -> {
        boolean wrong = position + 1 >= format.length() || format.charAt(position + 1) == '%';
        yield wrong || !field(format.charAt(position + 1), 1) ? 0 : 2;
      }
      default -> {
        int run = 1;
        while (position + run < format.length() && format.charAt(position + run) == character) {
          run++;
        }
        yield field(character, run) ? run : 0;
      }
    };
  }

  private int end(int position) {
    return Math.min(position, format.length());
  }

  private boolean field(char letter, int run) {
    switch (letter) {
      case 'y' -> padded(run < 3 ? time.getYear() % 100 : time.getYear(), run);
      case 'M' -> {
        if (run < 3) {
          padded(time.getMonthValue(), run);
        } else {
          text.append(time.getMonth().getDisplayName(style(run), Locale.ENGLISH));
        }
      }
      case 'd' -> {
        if (run < 3) {
          padded(time.getDayOfMonth(), run);
        } else {
          text.append(time.getDayOfWeek().getDisplayName(style(run), Locale.ENGLISH));
        }
      }
      case 'H' -> padded(time.getHour(), Math.min(run, 2));
      case 'h' -> padded((time.getHour() + 11) % 12 + 1, Math.min(run, 2));
      case 'm' -> padded(time.getMinute(), Math.min(run, 2));
      case 's' -> padded(time.getSecond(), Math.min(run, 2));
      case 't' -> text.append(time.getHour() < 12 ? "AM" : "PM", 0, Math.min(run, 2));
      case 'g' -> text.append("A.D.");
      case 'f', 'F' -> {
        return fraction(run, letter == 'F');
      }
      case 'z' -> offset(run);
      case 'K' -> {
        if (time.getOffset().equals(ZoneOffset.UTC)) {
          text.repeat('Z', run);
        } else {
          text.repeat(time.getOffset().getId(), run);
        }
      }
      default -> text.repeat(letter, run);
    }
    return true;
  }

  private static TextStyle style(int run) {
    return run == 3 ? TextStyle.SHORT : TextStyle.FULL;
  }

  private void padded(int number, int width) {
    String digits = Integer.toString(number);
    text.repeat('0', Math.max(0, Math.min(width, Limits.TEXT) - digits.length())).append(digits);
  }

  /// Up to seven digits; `F` leaves zeros at the end out, and then the point before them.
  private boolean fraction(int run, boolean trimmed) {
    if (run > 7) {
      return false;
    }
    String nanos = Integer.toString(1_000_000_000 + time.getNano()).substring(1, run + 1);
    String digits = trimmed ? nanos.replaceFirst("0+$", "") : nanos;
    if (digits.isEmpty() && !text.isEmpty() && text.charAt(text.length() - 1) == '.') {
      text.setLength(text.length() - 1);
    }
    text.append(digits);
    return true;
  }

  private void offset(int run) {
    int minutes = time.getOffset().getTotalSeconds() / 60;
    text.append(minutes < 0 ? '-' : '+');
    padded(Math.abs(minutes) / 60, Math.min(run, 2));
    if (run > 2) {
      text.append(':');
      padded(Math.abs(minutes) % 60, 2);
    }
  }
}
