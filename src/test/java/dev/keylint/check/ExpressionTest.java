package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

  private static void check(String expression, String wanted) {
    String got = Asked.shown(Asked.result(expression, GIVEN));
    if (wanted.startsWith("error")) {
      assertThat(got).startsWith("error ").contains(wanted.substring("error".length()).strip());
    } else {
      assertThat(got).isEqualTo(wanted);
    }
  }

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
    check(expression, wanted);
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
    check(expression, wanted);
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
    check(expression, wanted);
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
    check(expression, wanted);
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
    check(expression, wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          resource.name                        => 'Chat'
          resource.NAME                        => 'Chat'
          resource.object.b.c                  => 2
          resource['name']                     => 'Chat'
          resource[dyn(1)]                     => error absent
          resource.absent                      => error absent
          resource.nothing                     => error absent
          resource.name.x                      => error not an object
          [1, 2][0]                            => 1
          [1, 2][1]                            => 2
          [1, 2][dyn(1.0)]                          => 2
          [1, 2][2]                            => error 2
          [1, 2][-1]                           => error no item
          [1, 2][dyn(1.5)]                     => error whole number
          [1, 2][dyn('a')]                     => error whole number
          {'a': 1}['a']                        => 1
          {'a': 1}.a                           => 1
          {'a': 1}['b']                        => error no key b
          {1: 'x'}[1]                          => 'x'
          {1: 'x'}[dyn(1.0)]                   => 'x'
          {1: 'x'}[2]                          => error no key
          {1: 'x'}[dyn('1')]                   => error no key
          {true: 'x'}[true]                    => 'x'
          {true: 'x'}[false]                   => error no key
          has(resource.name)                   => true
          has(resource.absent)                 => false
          has(resource.nothing)                => false
          has(resource.name.x)                 => error not an object
          has({'a': 1}.a)                      => true
          has({'a': 1}.b)                      => false
          1 in [1, 2]                          => true
          3 in [1, 2]                          => false
          1 in []                              => false
          1.0 in [dyn(1)]                      => true
          'a' in {'a': 1}                      => true
          'b' in {'a': 1}                      => false
          'name' in resource                   => true
          'nothing' in resource                => false
          dyn(1) in dyn('a')                   => error array or object
          dyn(1 / 0) in [1]                    => error zero
          1 in dyn(resource.absent)            => error absent
          size('abc')                          => 3
          size('a\\U0001F600')                 => 2
          size([1, 2])                         => 2
          size({'a': 1})                       => 1
          size(resource.object)                => 2
          size(dyn(1))                         => error text, array or object
          """)
  void membersAndItemsAreThereOrNot(String expression, String wanted) {
    check(expression, wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          resource.?name                       => optional 'Chat'
          resource.?absent                     => none
          resource.?nothing                    => none
          resource.?absent.x                   => none
          resource.?object.b                   => optional {'c': 2}
          resource.?object.b.?c                => optional 2
          resource[?'name']                    => optional 'Chat'
          [1][?0]                              => optional 1
          [1][?1]                              => none
          [1][?-1]                             => none
          {'a': 1}[?'b']                       => none
          optional.of(1)                       => optional 1
          optional.none()                      => none
          optional.of(1).hasValue()            => true
          optional.none().hasValue()           => false
          dyn(optional.of(1)).hasValue()       => true
          optional.of(1).value()               => 1
          optional.none().value()              => error empty
          optional.of(1).orValue(2)            => 1
          optional.none().orValue(2)           => 2
          optional.of(1).orValue(1 / 0)        => 1
          optional.none().orValue(1 / 0)       => error zero
          optional.of(1).or(optional.of(2))    => optional 1
          optional.none().or(optional.of(2))   => optional 2
          optional.of(1 / 0)                   => optional error division by zero
          optional.ofNonZeroValue(0)           => none
          optional.ofNonZeroValue(1)           => optional 1
          optional.ofNonZeroValue(0.0)         => none
          optional.ofNonZeroValue(0.5)         => optional 0.5
          optional.ofNonZeroValue('')          => none
          optional.ofNonZeroValue('a')         => optional 'a'
          optional.ofNonZeroValue(false)       => none
          optional.ofNonZeroValue(true)        => optional true
          optional.ofNonZeroValue([])          => none
          optional.ofNonZeroValue([0])         => optional [0]
          optional.ofNonZeroValue({})          => none
          optional.ofNonZeroValue({'a': 0})    => optional {'a': 0}
          optional.ofNonZeroValue(null)        => none
          optional.ofNonZeroValue(dyn(optional.none())) => none
          optional.ofNonZeroValue(dyn(optional.of(1)))  => optional optional 1
          """)
  void anOptionalValueIsThereOrNot(String expression, String wanted) {
    check(expression, wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          [1, ?optional.of(2)]                 => [1, 2]
          [1, ?optional.none(), 3]             => [1, 3]
          [1, 1 / 0]                           => error zero
          [1, ?optional.of(1 / 0)]             => error zero
          [?resource.name.?x]                  => error not an object
          {'a': 1, ?'b': optional.of(2)}       => {'a': 1, 'b': 2}
          {'a': 1, ?'b': optional.none()}      => {'a': 1}
          {'a': 1, ?'a': optional.none()}      => error twice
          {?'a': optional.none(), 'a': 1}      => {'a': 1}
          {'a': 1, 'a': 2}                     => error twice
          {'a': 1 / 0}                         => error zero
          {string(1 / 0): 1}                   => error zero
          {?'a': resource.name.?x}             => error not an object
          {dyn(1.5): 1}                        => error not a key
          {dyn([1]): 1}                        => error not a key
          {1: 'a', true: 'b', 'c': 'd'}.size() => 3
          cel.bind(x, 2, x * x)                => 4
          cel.bind(x, 1 / 0, 3)                => 3
          """)
  void listsAndMapsAreMadeOfWhatIsThere(String expression, String wanted) {
    check(expression, wanted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          [1, 2].all(x, x > 0)                 => true
          [1, 2].all(x, x > 1)                 => false
          [].all(x, 1 / 0 == x)                => true
          [0, 1].all(x, 1 / x < 0)             => false
          [0, 1].all(x, 1 / x > 0)             => error zero
          [1, 2].all(x, dyn(x))                => error not a boolean
          [1, 2].exists(x, x > 1)              => true
          [1, 2].exists(x, x > 2)              => false
          [0, 1].exists(x, 1 / x > 0)          => true
          [0, 1].exists(x, 1 / x < 0)          => error zero
          [1, 2].exists_one(x, x > 1)          => true
          [1, 2].exists_one(x, x > 0)          => false
          [1, 2].exists_one(x, x > 2)          => false
          [0, 1].exists_one(x, 1 / x > 0)      => error zero
          [0, 1, 1].exists_one(x, 1 / x > 0)   => error zero
          [1, 2].filter(x, x > 1)              => [2]
          [0, 1].filter(x, 1 / x > 0)          => error zero
          [1, 2].map(x, x * 2)                 => [2, 4]
          [1, 2].map(x, x > 1, x * 2)          => [4]
          [0, 1].map(x, 1 / x)                 => error zero
          [0, 1].map(x, 1 / x > 0, x)          => error zero
          [5, 6].all(i, x, x == i + 5)         => true
          [5, 6].exists(i, x, i == 1 && x == 6) => true
          [5, 6].transformList(i, x, x * i)    => [0, 6]
          {'a': 1, 'b': 2}.all(k, k != 'c')    => true
          {'a': 1, 'b': 2}.exists(k, k == 'b') => true
          {'a': 1, 'b': 2}.filter(k, k > 'a')  => ['b']
          {'a': 1, 'b': 2}.map(k, k + '!')     => ['a!', 'b!']
          {'a': 1, 'b': 2}.exists(k, v, k == 'b' && v == 2) => true
          resource.object.map(k, k)            => ['a', 'b']
          dyn('a').all(x, true)                => error array or object
          dyn(1).map(x, x)                     => error array or object
          resource.absent.all(x, true)         => error absent
          [1].map(x, [2].map(y, x + y))        => [[3]]
          [1].map(x, [2].map(x, x))            => [[2]]
          """)
  void macrosAskEachItemOrKey(String expression, String wanted) {
    check(expression, wanted);
  }

  @ParameterizedTest
  @CsvSource({"resource.absent,resource.absent", "resource.object.absent,resource.object.absent"})
  void anErrorNamesThePlace(String expression, String place) {
    assertThat(Asked.result(expression, GIVEN).why().places())
        .extracting(Place::path)
        .isEqualTo(List.of(place));
  }
}
