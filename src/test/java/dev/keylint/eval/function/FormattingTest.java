package dev.keylint.eval.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormattingTest {
  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          format | ["{0}{{1}}", 5] | "5{1}"
          format | ["{1}{0}{1}", "a", "b"] | "bab"
          format | ["[{0,4}/{0,-4}/{1,2}]", 7, "abc"] | "[   7/7   /abc]"
          format | ["{0}", null] | ""
          format | ["{0}", "x", "unused"] | "x"
          format | ["{0}", {"k": "it's"}] | "{'k':'it\\\\'s'}"
          format | ["{0:D3}", 7] | "007"
          format | ["{0:D3}", -7] | "-007"
          format | ["{0:X}", 255] | "FF"
          format | ["{0:x4}", 255] | "00ff"
          format | ["{0:X}", -1] | "FFFFFFFFFFFFFFFF"
          format | ["{0:N2}", -1234567] | "-1,234,567.00"
          format | ["{0:n0}", 999] | "999"
          format | ["{0:C}", 1234] | "$1,234.00"
          format | ["{0:P0}", 1] | "100%"
          format | ["{0:F1}", 2.25] | "2.3"
          format | ["{0:E2}", 12345] | "1.23E+004"
          format | ["{0:e}", 0] | "0.000000e+000"
          format | ["{0:G3}", 12345] | "1.23E+04"
          format | ["{0:G}", 12345] | "12345"
          format | ["{0:B}", 5] | "101"
          format | ["{0:000}", 7] | "007"
          format | ["{0:#,##0.00}", 1234.5] | "1,234.50"
          format | ["{0:0.##}", 1.5] | "1.5"
          format | ["{0:0.##}", 2] | "2"
          format | ["{0:#}", 0] | ""
          format | ["{0:.00}", 12.5] | "12.50"
          format | ["{0:0%}", 0.25] | "25%"
          format | ["{0:0,}", 12345] | "12"
          format | ["{0:00-00}", 1234] | "12-34"
          format | ["{0:0;(0);none}", -5] | "(5)"
          format | ["{0:0;(0);none}", 0] | "none"
          format | ["{0:'no.' 0}", 3] | "no. 3"
          format | ["{0:0.0E+0}", 3] | open
          format | ["{0:D}", 1.5] | fails
          format | ["{0:Y}", 1] | fails
          format | ["{0:D3}", "text"] | "text"
          format | ["{0:N0}", true] | "True"
          format | ["{1}", "a"] | fails
          format | ["{", 1] | fails
          format | ["}", 1] | fails
          format | ["{a}", 1] | fails
          format | ["{-1}", 1] | fails
          format | ["{0,1000000}", 1] | fails
          format | ["plain"] | "plain"
          """)
  void give(String function, String arguments, String expected) {
    assertThat(Calls.show(function, arguments)).isEqualTo(expected);
  }
}
