package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Members, items, optional values and macros when all is known. Of an error the table has a word
/// that its message holds; `fixtures/unknown` has what is not known.
final class CollectionTest {
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
          resource.name                        => 'Chat'
          resource.NAME                        => 'Chat'
          resource.object.b.c                  => 2
          resource['name']                     => 'Chat'
          resource[dyn(1)]                     => error absent
          resource.absent                      => error absent
          resource.nothing                     => error absent
          resource.object.a.x                  => error not an object
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
          has(resource.object.a.x)                 => error not an object
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
          dyn(1 / 0) in []                     => error zero
          1 in dyn(resource.absent)            => error absent
          size('abc')                          => 3
          size('a\\U0001F600')                 => 2
          size([1, 2])                         => 2
          size({'a': 1})                       => 1
          size(resource.object)                => 2
          size(resource)                       => 6
          size(dyn(1))                         => error text, array or object
          """)
  void membersAndItemsAreThereOrNot(String expression, String wanted) {
    Asked.check(expression, GIVEN, wanted);
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
    Asked.check(expression, GIVEN, wanted);
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
          [?resource.object.a.?x]                  => error not an object
          {'a': 1, ?'b': optional.of(2)}       => {'a': 1, 'b': 2}
          {'a': 1, ?'b': optional.none()}      => {'a': 1}
          {'a': 1, ?'a': optional.none()}      => error twice
          {?'a': optional.none(), 'a': 1}      => {'a': 1}
          {'a': 1, 'a': 2}                     => error twice
          {'a': 1 / 0}                         => error zero
          {string(1 / 0): 1}                   => error zero
          {?'a': resource.object.a.?x}             => error not an object
          {dyn(1.5): 1}                        => error not a key
          {dyn([1]): 1}                        => error not a key
          {1: 'a', true: 'b', 'c': 'd'}.size() => 3
          cel.bind(x, 2, x * x)                => 4
          cel.bind(x, 1 / 0, 3)                => 3
          """)
  void listsAndMapsAreMadeOfWhatIsThere(String expression, String wanted) {
    Asked.check(expression, GIVEN, wanted);
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
    Asked.check(expression, GIVEN, wanted);
  }

  @ParameterizedTest
  @CsvSource({"resource.absent,resource.absent", "resource.object.absent,resource.object.absent"})
  void anErrorNamesThePlace(String expression, String place) {
    assertThat(Asked.result(expression, GIVEN).why().places())
        .extracting(Place::path)
        .isEqualTo(List.of(place));
  }
}
