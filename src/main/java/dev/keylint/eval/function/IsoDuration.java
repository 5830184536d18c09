package dev.keylint.eval.function;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// ISO 8601 durations as .NET's XmlConvert reads them: a year has 365 days, a month 30.
final class IsoDuration {
  private static final Pattern DURATION =
      Pattern.compile(
          "(?<sign>-?)P(?=.)(?:(?<years>\\d{1,6})Y)?(?:(?<months>\\d{1,6})M)?(?:(?<days>\\d{1,9})D)?"
              + "(?:T(?=.)(?:(?<hours>\\d{1,9})H)?(?:(?<minutes>\\d{1,9})M)?"
              + "(?:(?<seconds>\\d{1,9})(?:\\.(?<fraction>\\d{1,9})\\d*)?S)?)?");

  private IsoDuration() {}

  /// Nothing if the text is no such duration.
  static Optional<Duration> parse(String text) {
    Matcher duration = DURATION.matcher(text);
    if (!duration.matches()) {
      return Optional.empty();
    }
    long months = number(duration, "months");
    long days = (number(duration, "years") + months / 12) * 365 + months % 12 * 30;
    String fraction = duration.group("fraction");
    String nanos = ((fraction == null ? "" : fraction) + "000000000").substring(0, 9);
    Duration length =
        Duration.ofDays(days + number(duration, "days"))
            .plusHours(number(duration, "hours"))
            .plusMinutes(number(duration, "minutes"))
            .plusSeconds(number(duration, "seconds"))
            .plusNanos(Long.parseLong(nanos));
    return Optional.of("-".equals(duration.group("sign")) ? length.negated() : length);
  }

  private static long number(Matcher duration, String group) {
    String digits = duration.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
