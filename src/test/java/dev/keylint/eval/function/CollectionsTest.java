package dev.keylint.eval.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CollectionsTest {
  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          length | ["abc"] | 3
          length | [[1, [2, 3]]] | 2
          length | [{"a": 1, "b": 2}] | 2
          length | [5] | fails
          length | [] | fails
          length | ["a", "b"] | fails
          empty | [""] | true
          empty | [[]] | true
          empty | [{}] | true
          empty | [null] | true
          empty | [" "] | false
          empty | [0] | fails
          first | [[[1], 2]] | [1]
          first | ["été"] | "é"
          first | [""] | ""
          last | [[[1], 2]] | 2
          last | [[]] | null
          take | [[1, 2], 5] | [1,2]
          take | ["abc", -1] | ""
          take | [[1, 2], 0] | []
          skip | ["abc", 9] | ""
          skip | ["abc", -1] | "abc"
          skip | [[1, 2], 1] | [2]
          concat | ["a", 1, true, "b"] | "a1Trueb"
          concat | [[1], [[2]], []] | [1,[2]]
          concat | [[1], "a"] | fails
          concat | ["a", null] | fails
          concat | [] | fails
          contains | ["keyless", "less"] | true
          contains | ["keyless", "LESS"] | false
          contains | ["a1", 1] | true
          contains | [[{"a": [1]}], {"a": [1]}] | true
          contains | [[1], "1"] | false
          contains | [{"Name": 1}, "NAME"] | true
          contains | [{"1": 0}, 1] | true
          contains | [{"a": 1}, {"a": 1}] | fails
          contains | [null, "a"] | fails
          indexOf | ["KeyVault", "vault"] | 3
          indexOf | ["abc", ""] | 0
          indexOf | ["abc", "d"] | -1
          indexOf | [[1, {"a": 2}], {"a": 2}] | 1
          indexOf | ["a1", 1] | fails
          lastIndexOf | ["aBaB", "ab"] | 2
          lastIndexOf | [["a", "A", "a"], "A"] | 1
          startsWith | ["Microsoft.Search", "microsoft."] | true
          startsWith | ["a", "ab"] | false
          endsWith | ["main.BICEP", ".bicep"] | true
          endsWith | ["p", ".bicep"] | false
          """)
  void give(String function, String arguments, String expected) {
    assertThat(Calls.show(function, arguments)).isEqualTo(expected);
  }
}
