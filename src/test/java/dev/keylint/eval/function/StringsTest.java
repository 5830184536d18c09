package dev.keylint.eval.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StringsTest {
  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          toLower | ["ÄB-Cß1"] | "äb-cß1"
          toUpper | ["äß"] | "Äß"
          trim | ["  a b  "] | "a b"
          trim | ["\\t\\n"] | ""
          substring | ["abc", 3] | ""
          substring | ["abc", 1, 0] | ""
          substring | ["abc", 1, 3] | fails
          substring | ["abc", 4] | fails
          substring | ["abc", -1, 1] | fails
          replace | ["aXbX", "X", ""] | "ab"
          replace | ["aaa", "aa", "b"] | "ba"
          replace | ["abc", "B", "x"] | "abc"
          replace | ["abc", "", "x"] | fails
          padLeft | ["7", 3, "0"] | "007"
          padLeft | [7, 1] | "7"
          padLeft | ["7", 3, "00"] | fails
          padLeft | ["7", -1] | fails
          split | ["a;b,c", [";", ","]] | ["a","b","c"]
          split | ["a--b", "-"] | ["a","","b"]
          split | ["", ","] | [""]
          split | ["abc", ""] | ["abc"]
          split | ["a::b:c", ["::", ":"]] | ["a","b","c"]
          split | ["a", [1]] | fails
          join | [["a", 1, true, null], "-"] | "a-1-True-"
          join | [[], "-"] | ""
          join | [[["x"]], "-"] | "['x']"
          like | ["prod-openai-01", "PROD-*-0*"] | true
          like | ["aXbYa", "a*b*a"] | true
          like | ["abc", "ab"] | false
          like | ["ab", "abc"] | false
          like | ["", "***"] | true
          like | ["a.c", "a?c"] | false
          string | [{"a": ["x\\"y'z", 1, true, null]}] | "{\\"a\\":[\\"x\\\\\\"y'z\\",1,true,null]}"
          string | [[]] | "[]"
          string | [{}] | "{}"
          string | [true] | "True"
          string | [7] | "7"
          string | [["\\u0001\\t\\u2028é"]] | "[\\"\\\\u0001\\\\t\\\\u2028é\\"]"
          bool | ["True"] | true
          bool | [0] | false
          bool | ["yes"] | fails
          int | [" -5 "] | -5
          int | ["5.5"] | fails
          int | ["9223372036854775808"] | fails
          int | [2.5] | 2
          float | ["1.50"] | 1.5
          float | ["x"] | fails
          float | ["1e999999999"] | fails
          json | ["{\\"a\\": [1, 1.5, null]} "] | {"a":[1,1.5,null]}
          json | ["{'a': 1, // c\\n}"] | {"a":1}
          json | ["\\"x\\""] | "x"
          json | ["9223372036854775808"] | 9223372036854775808
          json | [""] | fails
          json | ["{"] | fails
          fail | ["no"] | fails
          null | [] | null
          """)
  void give(String function, String arguments, String expected) {
    assertThat(Calls.show(function, arguments)).isEqualTo(expected);
  }
}
