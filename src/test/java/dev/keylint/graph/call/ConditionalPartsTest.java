package dev.keylint.graph.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.graph.Estates;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What lists of settings hold under conditions; `ON`, `DEV` and `REST` are parameters without a
/// value.
class ConditionalPartsTest {
  private static Value value(String json) {
    return Estates.value(
        json.replace('\'', '"')
            .replace("ON", "\"${param.on}\"")
            .replace("DEV", "\"${param.dev}\"")
            .replace("REST", "\"${param.rest}\""));
  }

  private static String show(Value value) {
    return NormalForm.print(value)
        .replaceAll("parameters\\('(\\w+)'\\)", "$1")
        .replace("createArray", "")
        .replace("createObject", "of")
        .replace("'", "");
  }

  private static String show(List<Value> values) {
    return String.join("; ", values.stream().map(ConditionalPartsTest::show).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "['a', 'b']                                             | a; b",
        "{'$if': [ON, ['a'], ['b', 'c']]}                       | a; b; c",
        "{'$IF': [ON, ['a'], ['b', 'c']]}                       | a; b; c",
        "{'$if': [ON, ['a'], {'$if': [DEV, ['b'], ['c']]}]}     | a; b; c",
        "{'$concat': [['a'], {'$if': [ON, ['b'], []]}, REST]}   | a; b",
        "{'$if': [ON, {'$concat': [['a'], ['b']]}, []]}         | a; b",
        "{'$if': [ON, ['a']]}                                   | ~~",
        "{'$coalesce': [ON, ['a'], ['b']]}                      | ~~",
        "REST                                                   | ~~",
      })
  void theItemsOfAListAreAllThatItMayHold(String list, String items) {
    assertThat(show(ConditionalParts.items(value(list)))).isEqualTo(items);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'$if': [ON, ['a'], []]}                                  | on (a); on ()",
        "{'$if': [ON, {'A': '1'}, {}]}                             | on of(A, 1); on of()",
        "{'$concat': [['a'], {'$if': [ON, ['b'], ['c']]}]}         | on (b); on (c)",
        "['a', {'$if': [ON, 'b', 'c']}]                            | on (b); on (c)",
        "[{'name': {'$if': [ON, 'A', 'B']}, 'value': '1'}]         | on (of(name, A, value, 1));"
            + " on (of(name, B, value, 1))",
        "{'$if': [ON, ['a', {'$if': [DEV, 'b', 'c']}], ['d']]}     | on (a, if(dev, b, c));"
            + " dev (b); dev (c); on (d)",
        "[{'name': 'A', 'value': {'$if': [ON, '1', '2']}}]         | ~~",
        "{'$if': [ON, ['a']]}                                      | ~~",
        "['a', 'b']                                                | ~~",
        "REST                                                      | ~~",
      })
  void eachChoicePicksFromItsParts(String value, String shown) {
    List<String> branches =
        ConditionalParts.branches(value(value)).stream()
            .map(it -> show(it.condition()) + " " + show(it.settings()))
            .toList();
    assertThat(String.join("; ", branches)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "['a', 'b']                                                           | 0",
        "{'$if': [ON, ['a'], []]}                                             | 1",
        "{'$concat': [{'$if': [ON, ['a'], []]}, {'$if': [ON, [], ['b']]}]}    | 2",
        "{'$if': [ON, {'$if': [DEV, ['a'], []]}, {'$if': [DEV, [], ['b']]}]}  | 3",
        "['a', {'$if': [ON, 'b', 'c']}]                                       | 1",
        "[{'name': {'$if': [ON, 'A', 'B']}}]                                  | 1",
        "[{'name': 'A', 'value': {'$if': [ON, '1', '2']}}]                    | 0",
        "{'$if': [{'$if': [ON, true, false]}, ['a'], []]}                     | 1",
        "{'$reverse': [{'$if': [ON, ['a'], []]}]}                             | 0",
      })
  void choicesAreCountedWithinEachOther(String value, int count) {
    assertThat(ConditionalParts.count(value(value))).isEqualTo(count);
  }

  @Test
  void eachConditionIsTakenOnce() {
    Value on = value("['a', {'$if': [ON, 'b', 'c']}]");
    Value both = value("{'$concat': [{'$if': [DEV, ['a'], []]}, {'$if': [ON, ['b'], []]}]}");
    Value within = value("{'$if': [ON, {'$if': [DEV, ['a'], []]}, []]}");
    assertThat(show(ConditionalParts.conditions(List.of(on, both), List.of())))
        .isEqualTo("on; dev");
    assertThat(show(ConditionalParts.conditions(List.of(on, both), List.of(value("ON")))))
        .isEqualTo("dev");
    assertThat(show(ConditionalParts.conditions(List.of(within), List.of()))).isEqualTo("on");
    assertThat(ConditionalParts.conditions(List.of(value("['a']")), List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'$if': [ON, ['a'], ['b']]}                      | (a)         | (b)",
        "{'$if': [ON, {'$if': [ON, 'a', 'b']}, 'c']}      | a           | c",
        "{'$if': [ON, {'$if': [DEV, 'a', 'b']}, 'c']}     | if(dev, a, b) | c",
        "{'$if': [DEV, {'$if': [ON, 'a', 'b']}, 'c']}     | if(dev, if(on, a, b), c)"
            + " | if(dev, if(on, a, b), c)",
        "['a', {'$if': [ON, 'b', 'c']}]                   | (a, b)      | (a, c)",
        "[{'name': {'$if': [ON, 'A', 'B']}}]              | (of(name, A)) | (of(name, B))",
        "{'name': {'$if': [DEV, 'A', 'B']}, 'value': {'$if': [ON, '1', '2']}}"
            + " | of(name, if(dev, A, B), value, 1) | of(name, if(dev, A, B), value, 2)",
        "{'name': 'A', 'value': {'$if': [ON, '1', '2']}}"
            + " | of(name, A, value, if(on, 1, 2)) | of(name, A, value, if(on, 1, 2))",
        "{'$concat': [REST, {'$if': [ON, ['a'], []]}]}    | concat(rest, (a)) | concat(rest, ())",
        "{'$split': [REST, {'$if': [ON, 'a', 'b']}]}      | split(rest, if(on, a, b))"
            + " | split(rest, if(on, a, b))",
        "REST                                             | rest        | rest",
        "'a'                                              | a           | a",
      })
  void whereAConditionIsDecidedItPicks(String value, String where, String elsewhere) {
    assertThat(show(ConditionalParts.decided(value(value), value("ON"), true))).isEqualTo(where);
    assertThat(show(ConditionalParts.decided(value(value), value("ON"), false)))
        .isEqualTo(elsewhere);
  }
}
