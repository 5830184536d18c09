package dev.keylint.eval.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComparisonsTest {
  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          equals | ["a", "A"] | false
          equals | [1, "1"] | false
          equals | [1, 1.0] | true
          equals | [{"a": 1, "b": [2]}, {"B": [2], "A": 1}] | true
          equals | [[1, 2], [2, 1]] | false
          equals | [null, null] | true
          equals | [null, false] | false
          equals | [{}, []] | false
          less | [1, 2] | true
          less | [2, 2] | false
          lessOrEquals | [2, 2] | true
          greater | [1.5, 1] | true
          greaterOrEquals | [1, 2] | false
          less | ["abc", "Abd"] | true
          less | ["abc", "Abc"] | true
          greater | ["bend", "band"] | true
          less | ["1", 1] | fails
          not | [true] | false
          not | ["true"] | fails
          true | [] | true
          false | [] | false
          true | [1] | fails
          add | [9223372036854775807, 1] | fails
          sub | [0, 5] | -5
          mul | [-3, 4] | -12
          div | [-7, 2] | -3
          mod | [-7, 2] | -1
          div | [1, 0] | fails
          mod | [1, 0] | fails
          add | ["1", 2] | fails
          """)
  void give(String function, String arguments, String expected) {
    assertThat(Calls.show(function, arguments)).isEqualTo(expected);
  }
}
