package dev.keylint.eval.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ObjectsTest {
  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          createObject | [] | {}
          createObject | ["b", 1, "a", [2]] | {"b":1,"a":[2]}
          createObject | ["a", 1, "A", 2, "a", 3] | {"a":3,"A":2}
          createObject | ["a"] | fails
          createObject | [1, 2] | fails
          items | [{"b": 1, "A": {"c": 2}}] | [{"key":"A","value":{"c":2}},{"key":"b","value":1}]
          objectKeys | [{"b_1": 1, "B-1": 2, "a": 3, "b1": 4}] | ["a","B-1","b1","b_1"]
          objectKeys | [{}] | []
          shallowMerge | [[{"a": {"x": 1}, "b": 1}, {"A": {"y": 2}}]] | {"a":{"y":2},"b":1}
          shallowMerge | [[]] | {}
          shallowMerge | [[{}, 1]] | fails
          union | [{"a": {"x": 1, "l": [1]}}, {"A": {"y": 2, "l": [2]}, "b": null}] | {"a":{"x":1,"l":[2],"y":2},"b":null}
          union | [{"a": {"x": 1}}, {"a": 1}, {"a": {"y": 2}}] | {"a":{"y":2}}
          union | [[1, "1", 1], [{"a": 1}, true], [{"A": 1}, "1"]] | [1,"1",{"a":1},true]
          union | [{}, []] | fails
          union | ["a", "b"] | fails
          intersection | [{"a": 1, "b": {"x": [1]}, "c": 3}, {"A": 1, "b": {"x": [1]}, "c": 4}] | {"a":1,"b":{"x":[1]}}
          intersection | [[3, 1, 2, 1], [1, 3, 5], [1, 3]] | [3,1]
          intersection | [[1], []] | []
          distinct | [["a", "A", "a", 1, 1.0, null, null]] | ["a","A",1,null]
          """)
  void give(String function, String arguments, String expected) {
    assertThat(Calls.show(function, arguments)).isEqualTo(expected);
  }
}
