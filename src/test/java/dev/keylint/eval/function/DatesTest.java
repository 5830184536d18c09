package dev.keylint.eval.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatesTest {
  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          dateTimeAdd | ["2023-01-01 00:00:00Z", "P1Y"] | "2024-01-01T00:00:00Z"
          dateTimeAdd | ["2024-01-01 00:00:00Z", "P1Y"] | "2024-12-31T00:00:00Z"
          dateTimeAdd | ["2023-02-01T00:00:00Z", "P1M"] | "2023-03-03T00:00:00Z"
          dateTimeAdd | ["2023-01-01T00:00:00Z", "P13M"] | "2024-01-31T00:00:00Z"
          dateTimeAdd | ["20230331T010038Z", "-PT38S"] | "20230331T010000Z"
          dateTimeAdd | ["2023-03-31T01:00:38.250Z", "PT0.5S"] | "2023-03-31T01:00:38.750Z"
          dateTimeAdd | ["2023-03-31T23:00:00+02:00", "PT2H"] | "2023-04-01T01:00:00+02:00"
          dateTimeAdd | ["2023-03-31T23:00:00+02:00", "PT2H", "u"] | "2023-03-31 23:00:00Z"
          dateTimeAdd | ["2023-03-31", "P1D"] | "2023-04-01"
          dateTimeAdd | ["2023-03-31T01:00:38Z", "P1D", "yyyy-MM-dd"] | "2023-04-01"
          dateTimeAdd | ["2023-03-31T01:00:38Z", "P1W"] | fails
          dateTimeAdd | ["2023-03-31T01:00:38Z", "P"] | fails
          dateTimeAdd | ["2023-03-31T01:00:38Z", "P1DT"] | fails
          dateTimeAdd | ["9999-12-31T00:00:00Z", "P1D"] | fails
          dateTimeAdd | ["2023-03-31T01:00:38Z", "P1D", "q"] | fails
          dateTimeAdd | ["31 March 2023", "P1D"] | open
          dateTimeAdd | ["2023-02-31T00:00:00Z", "P1D"] | open
          dateTimeFromEpoch | [0] | "1970-01-01T00:00:00Z"
          dateTimeFromEpoch | [-62135596801] | fails
          dateTimeFromEpoch | [] | open
          dateTimeToEpoch | ["1970-01-01T00:00:00"] | 0
          dateTimeToEpoch | ["2023-03-31T03:00:38+02:00"] | 1680224438
          """)
  void give(String function, String arguments, String expected) {
    assertThat(Calls.show(function, arguments)).isEqualTo(expected);
  }

  /// The invariant culture's words and order, as Azure's documentation shows them.
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          d | 03/05/2019
          D | Tuesday, 05 March 2019
          f | Tuesday, 05 March 2019 17:53
          F | Tuesday, 05 March 2019 17:53:08
          g | 03/05/2019 17:53
          G | 03/05/2019 17:53:08
          m | March 05
          o | 2019-03-05T17:53:08.1200000+01:00
          r | Tue, 05 Mar 2019 16:53:08 GMT
          s | 2019-03-05T17:53:08
          t | 17:53
          T | 17:53:08
          u | 2019-03-05 16:53:08Z
          U | Tuesday, 05 March 2019 16:53:08
          y | 2019 March
          M d | 3 5
          %h | 5
          yy-y-yyyyy | 19-19-02019
          ddd dddd MMM MMMM | Tue Tuesday Mar March
          hh:mm:ss tt t | 05:53:08 PM P
          H\\h m'm' "s" | 17h 53m s
          ss.fff ss.FFF | 08.120 08.12
          z zz zzz K | +1 +01 +01:00 +01:00
          yyyyMMddTHHmmssZ | 20190305T175308Z
          gg | A.D.
          """)
  void formatsAreThoseOfDotNet(String format, String expected) {
    OffsetDateTime time =
        OffsetDateTime.of(2019, 3, 5, 17, 53, 8, 120_000_000, ZoneOffset.ofHours(1));
    assertThat(DateFormat.format(time, format)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "'open", "ffffffff", "%", "yyyy\\"})
  void otherFormatsAreRefused(String format) {
    OffsetDateTime time = OffsetDateTime.of(2019, 3, 5, 17, 53, 8, 0, ZoneOffset.UTC);
    assertThat(DateFormat.format(time, format)).isEmpty();
  }
}
