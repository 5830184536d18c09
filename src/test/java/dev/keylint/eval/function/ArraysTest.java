package dev.keylint.eval.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArraysTest {
  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          array | [1] | [1]
          array | [[1]] | [1]
          array | [{"a": 1}] | [{"a":1}]
          array | [null] | [null]
          createArray | [] | []
          createArray | [1, [2], null] | [1,[2],null]
          flatten | [[[1], [[2]], []]] | [1,[2]]
          flatten | [[1]] | fails
          indexFromEnd | [["a", "b", "c"], 1] | "c"
          indexFromEnd | [["a", "b", "c"], 3] | "a"
          indexFromEnd | [["a"], 2] | fails
          indexFromEnd | [["a"], 0] | fails
          tryIndexFromEnd | [["a"], 2] | null
          tryIndexFromEnd | [null, 1] | null
          tryIndexFromEnd | [["a", "b"], 2] | "a"
          range | [5, 3] | [5,6,7]
          range | [-1, 2] | [-1,0]
          range | [0, 0] | []
          range | [0, 10001] | fails
          range | [0, -1] | fails
          range | [2147483647, 1] | fails
          range | [2147483646, 1] | [2147483646]
          min | [[3, 1, 2]] | 1
          max | [3] | 3
          max | [[]] | fails
          min | [1, [2]] | fails
          min | ["1"] | fails
          """)
  void give(String function, String arguments, String expected) {
    assertThat(Calls.show(function, arguments)).isEqualTo(expected);
  }
}
