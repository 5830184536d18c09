package dev.keylint.check;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What expressions come to when all is known. Of an error the table has a word that its message
/// holds; `fixtures/unknown` has what is not known.
final class ExpressionTest {
  private static final String GIVEN =
      """
      name: Chat
      number: 3
      ratio: 2.5
      truth: true
      nothing: null
      list: [1, 2, 3]
      object: {a: 1, b: {c: 2}}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          7 + 5                                => 12
          7 - 5                                => 2
          7 * 5                                => 35
          7 / 5                                => 1
          -7 / 5                               => -1
          7 % 5                                => 2
          -7 % 5                               => -2
          7 % -1                               => 0
          -(3)                                 => -3
          -resource.number                     => -3
          1.5 + 0.25                           => 1.75
          1.5 - 0.25                           => 1.25
          1.5 * 4.0                            => 6.0
          1.5 / 0.5                            => 3.0
          1.0 / 0.0                            => Infinity
          -(2.5)                               => -2.5
          -resource.ratio                      => -2.5
          9223372036854775807 + 1              => error 64 bits
          -9223372036854775808 - 1             => error 64 bits
          4611686018427387904 * 2              => error 64 bits
          -9223372036854775808 / -1            => error 64 bits
          -9223372036854775808 % -1            => error 64 bits
          -9223372036854775808 % -3            => -2
          -(-9223372036854775808)              => error 64 bits
          -(-9223372036854775807)              => 9223372036854775807
          1 / 0                                => error zero
          1 % 0                                => error zero
          dyn(1.5) % dyn(1.0)                     => error remainder
          dyn(1) + 'a'                         => error not a number
          dyn(1) + 1.5                         => error not a number
          dyn(1.5) + 1                         => error not a number
          dyn(true) + 1                        => error a boolean, not a number
          dyn('a') - dyn('b')                       => error the text 'a'
          dyn('a') - 1                         => error not a number
          dyn([1]) - dyn([2])                       => error an array
          -dyn('a')                            => error not a number
          'a' + 'b'                            => 'ab'
          dyn('a') + 1                         => error not a text
          [1] + [2, 3]                         => [1, 2, 3]
          dyn([1]) + 'a'                       => error not an array
          """)
  void arithmeticIsExactOrFails(String expression, String wanted) {
    Asked.check(expression, GIVEN, wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          1 < 2                                => true
          2 < 2                                => false
          2 <= 2                               => true
          3 <= 2                               => false
          3 > 2                                => true
          2 > 2                                => false
          2 >= 2                               => true
          1 >= 2                               => false
          1 < 1.5                              => true
          2 < 1.5                              => false
          1.5 < 2                              => true
          1.5 < 1                              => false
          1.5 < 1.75                           => true
          1.5 > 1.75                           => false
          -0.0 < 0.0                           => false
          -0.0 >= 0.0                          => true
          -0.0 < 0                             => false
          0 > -0.0                             => false
          (0.0 / 0.0) < 1.0                    => false
          1.0 >= (0.0 / 0.0)                   => false
          (0.0 / 0.0) > 1.0                    => false
          1.0 < (0.0 / 0.0)                    => false
          0.0 > -0.0                           => false
          'a' < 'b'                            => true
          'b' < 'a'                            => false
          'a' < 'ab'                           => true
          'a' <= 'a'                           => true
          '\\uffee' < '\\U0001F600'            => true
          false < true                         => true
          true < false                         => false
          dyn('a') < 1                         => error not a text
          dyn(1) < 'a'                         => error not a number
          dyn(true) < 1                        => error not a boolean
          dyn([1]) < dyn([2])                  => error
          """)
  void orderIsThatOfNumbersCodePointsAndBooleans(String expression, String wanted) {
    Asked.check(expression, GIVEN, wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          1 == 1                               => true
          1 == 2                               => false
          1 != 2                               => true
          dyn(1) == 1.0                           => true
          dyn(1) == 1.5                           => false
          dyn(1.0) == 1                           => true
          dyn(1.5) == 1                           => false
          1.5 == 1.5                           => true
          1.5 == 2.5                           => false
          (0.0 / 0.0) == (0.0 / 0.0)           => false
          dyn(1) == 'a'                        => false
          dyn(1.5) == 'a'                      => false
          dyn('1') == 1                        => false
          dyn(1) == [1]                        => false
          dyn([1]) == 1                        => false
          dyn({'a': 1}) == 1                   => false
          dyn(optional.of(1)) == 1             => false
          'a' == 'a'                           => true
          'a' == 'b'                           => false
          true == true                         => true
          true == false                        => false
          dyn(true) == 1                       => false
          null == null                         => true
          dyn(null) == 1                       => false
          [1, 2] == [1, 2]                     => true
          [1, 2] == [1, 3]                     => false
          [1, 2] == [1]                        => false
          [1] == [1, 2]                        => false
          [[1]] == [[dyn(1.0)]]                     => true
          {'a': 1} == {'a': 1}                 => true
          {'a': 1} == {'a': 2}                 => false
          {'a': 1} == {'b': 1}                 => false
          {'a': 1} == {'a': 1, 'b': 2}         => false
          {'a': 1, 'b': 2} == {'a': 1}         => false
          {'a': 1, 'b': 2} == {'b': 2, 'a': 1} => true
          {1: 'a'} == {1: 'a'}                 => true
          {true: 1} == {true: 1}               => true
          {true: 1} == {false: 1}              => false
          {1: 'a'} == {2: 'a'}                 => false
          optional.of(1) == optional.of(1)     => true
          optional.of(1) == optional.of(2)     => false
          optional.of(1) == optional.none()    => false
          optional.none() == optional.of(1)    => false
          optional.none() == optional.none()   => true
          resource.object == {'a': 1, 'b': {'c': 2}} => true
          resource.object == {'a': 1}          => false
          {'a': 1} == resource.object          => false
          resource.nothing == 1                => error absent
          """)
  void equalityLooksAtKindsAndAmounts(String expression, String wanted) {
    Asked.check(expression, GIVEN, wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          string('a')                          => 'a'
          string(true)                         => 'true'
          string(12)                           => '12'
          string(1.0)                          => '1'
          string(1.50)                         => '1.5'
          string(1.0 / 0.0)                    => 'Infinity'
          string(1e20)                         => '100000000000000000000'
          string(dyn([1]))                     => error not a text or number
          int(3)                               => 3
          int(3.9)                             => 3
          int(-3.9)                            => -3
          int(9223372036854775808.0)           => error whole number
          int(-9223372036854775808.0)          => error whole number
          int(9223372036854774784.0)           => 9223372036854774784
          int('42')                            => 42
          int('+42')                           => 42
          int('-42')                           => -42
          int('9223372036854775807')           => 9223372036854775807
          int('9999999999999999999')           => error 64 bits
          int('4.2')                           => error whole number
          int('')                              => error whole number
          int(dyn(true))                       => error whole number
          double(1)                            => 1.0
          double(1.5)                          => 1.5
          double('1.5')                        => 1.5
          double('x')                          => error not a number
          double(dyn(true))                    => error not a number
          bool(true)                           => true
          bool('true')                         => true
          bool('True')                         => true
          bool('TRUE')                         => true
          bool('t')                            => true
          bool('1')                            => true
          bool('false')                        => false
          bool('False')                        => false
          bool('FALSE')                        => false
          bool('f')                            => false
          bool('0')                            => false
          bool('yes')                          => error not a boolean
          bool(dyn(1))                         => error not a boolean
          dyn(1)                               => 1
          """)
  void conversionsTakeWhatReadsLikeIt(String expression, String wanted) {
    Asked.check(expression, GIVEN, wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          !true                                => false
          !false                               => true
          !dyn(1)                              => error not a boolean
          true && true                         => true
          true && false                        => false
          false && true                        => false
          false && dyn(1)                      => false
          dyn(1) && false                      => false
          true && dyn(1)                       => error not a boolean
          dyn(1) && true                       => error not a boolean
          false || false                       => false
          false || true                        => true
          true || dyn(1)                       => true
          dyn(1) || true                       => true
          dyn(1) || false                      => error not a boolean
          true ? 1 : 2                         => 1
          false ? 1 : 2                        => 2
          true ? 1 : 1 / 0                     => 1
          (1 / 0 == 1) ? 1 : 2                 => error zero
          dyn(1) ? 1 : 2                       => error not a boolean
          """)
  void aConditionIsABoolean(String expression, String wanted) {
    Asked.check(expression, GIVEN, wanted);
  }
}
