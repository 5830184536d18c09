package dev.keylint.eval.function;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Arithmetic with dates; what the clock says is not among it.
final class Dates {
  private static final int LAST_YEAR = 9999;

  static final List<PureFunction> FUNCTIONS =
      List.of(
          PureFunction.of(
              "dateTimeAdd", Signature.of(Kind.TEXT, Kind.TEXT).optional(Kind.TEXT), Dates::add),
          PureFunction.of("dateTimeFromEpoch", Signature.of().optional(Kind.INT), Dates::fromEpoch),
          PureFunction.of("dateTimeToEpoch", Signature.of(Kind.TEXT), Dates::toEpoch));

  private Dates() {}

  /// Without a format the result is written as the base is.
  private static FunctionResult add(Arguments arguments) {
    Optional<Duration> duration = IsoDuration.parse(arguments.text(1));
    if (duration.isEmpty()) {
      return arguments.fail("can't read `" + arguments.shown(1) + "` as an ISO 8601 duration");
    }
    Optional<Timestamp> base = Timestamp.parse(arguments.text(0));
    if (base.isEmpty()) {
      return arguments.open();
    }
    Timestamp timestamp = base.orElseThrow();
    boolean formatted = arguments.size() > 2;
    String format = formatted ? arguments.text(2) : timestamp.format();
    try {
      OffsetDateTime sum = timestamp.time().plus(duration.orElseThrow());
      return print(arguments, formatted ? sum.withOffsetSameInstant(ZoneOffset.UTC) : sum, format);
    } catch (DateTimeException | ArithmeticException _) {
      return arguments.fail("leaves the years 1 to 9999");
    }
  }

  private static FunctionResult fromEpoch(Arguments arguments) {
    if (arguments.size() == 0) {
      return arguments.open();
    }
    try {
      Instant instant = Instant.ofEpochSecond(arguments.integer(0));
      return print(arguments, instant.atOffset(ZoneOffset.UTC), DateFormat.ISO);
    } catch (DateTimeException _) {
      return arguments.fail("leaves the years 1 to 9999");
    }
  }

  private static FunctionResult toEpoch(Arguments arguments) {
    return Timestamp.parse(arguments.text(0))
        .map(timestamp -> arguments.number(timestamp.time().toEpochSecond()))
        .orElseGet(arguments::open);
  }

  private static FunctionResult print(Arguments arguments, OffsetDateTime time, String format) {
    if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
      return arguments.fail("leaves the years 1 to 9999");
    }
    return DateFormat.format(time, format)
        .map(arguments::text)
        .orElseGet(() -> arguments.fail("can't format a date as `" + arguments.shown(2) + "`"));
  }
}
