package dev.keylint.eval.function;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A time in ISO 8601, with the .NET format in which it was written.
record Timestamp(OffsetDateTime time, String format) {
  private static final Pattern ISO =
      Pattern.compile(
          "(?<year>\\d{4})(?<dash>-?)(?<month>\\d\\d)\\k<dash>(?<day>\\d\\d)"
              + "(?:[T ](?<hour>\\d\\d)(?<colon>:?)(?<minute>\\d\\d)"
              + "(?:\\k<colon>(?<second>\\d\\d)(?:\\.(?<fraction>\\d{1,7}))?)?"
              + "(?<zone>Z|[+-]\\d\\d:\\d\\d)?)?");

  /// Reads a time; one without a zone is UTC. .NET reads more spellings than these.
  ///
  /// A space between date and time becomes a `T` in the format: Azure documents it so.
  static Optional<Timestamp> parse(String text) {
    Matcher iso = ISO.matcher(text);
    if (!iso.matches()) {
      return Optional.empty();
    }
    String fraction = part(iso, "fraction", "");
    String zone = part(iso, "zone", "");
    try {
      return Optional.of(
          new Timestamp(
              OffsetDateTime.of(
                  number(iso, "year"),
                  number(iso, "month"),
                  number(iso, "day"),
                  number(iso, "hour"),
                  number(iso, "minute"),
                  number(iso, "second"),
                  Integer.parseInt((fraction + "000000000").substring(0, 9)),
                  zone.isEmpty() ? ZoneOffset.UTC : ZoneOffset.of(zone)),
              format(iso, fraction, zone)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static String format(Matcher iso, String fraction, String zone) {
    String dash = part(iso, "dash", "");
    String date = "yyyy" + dash + "MM" + dash + "dd";
    if (part(iso, "hour", "").isEmpty()) {
      return date;
    }
    String colon = part(iso, "colon", "");
    String seconds = part(iso, "second", "").isEmpty() ? "" : colon + "ss";
    String decimals = fraction.isEmpty() ? "" : "." + "f".repeat(fraction.length());
    String offset = zone.isEmpty() || zone.equals("Z") ? zone : "zzz";
    return date + "THH" + colon + "mm" + seconds + decimals + offset;
  }

  private static int number(Matcher iso, String group) {
    return Integer.parseInt(part(iso, group, "0"));
  }

  private static String part(Matcher iso, String group, String absent) {
    String text = iso.group(group);
    return text == null ? absent : text;
  }
}
