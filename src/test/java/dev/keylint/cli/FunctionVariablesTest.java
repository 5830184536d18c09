package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A value hangs on an environment variable as well where a function looked into a list or object
/// for it, or a lambda decided.
final class FunctionVariablesTest extends SearchFolder {
  private static final String SAID =
      "by the default of `DOCS_P`; `--env DOCS_P=…` may decide otherwise";

  private String words(String keysOff) throws IOException {
    write(
        "main.bicep",
        "param p string\nparam none string = ''\nparam l array = ['x']\n"
            + "resource docs 'Microsoft.Search/searchServices@2025-05-01' = {\n"
            + "  name: 'docs'\n  properties: { disableLocalAuth: "
            + keysOff
            + " }\n}\n");
    write(
        "main.parameters.json",
        """
        {"parameters": {"p": {"value": "${DOCS_P=x}"}, "none": {"value": "${DOCS_NONE}"},
          "l": {"value": "${DOCS_L}"}}}
        """);
    Scanned run = scan();
    assertThat(levels(run)).containsExactly("error main.bicep");
    return run.words();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "join([p, 'y'], ',') != 'x,y'",
        "!contains([p, 'y'], 'x')",
        "indexOf([p, 'y'], 'x') != 0",
        "lastIndexOf([p, 'y'], 'x') != 0",
        "empty(intersection(['x'], [p]))",
        "string([p]) != '[\"x\"]'",
        "max([p == 'x' ? 3 : 2, 1]) != 3",
        "min([p == 'x' ? 3 : 2, 9]) != 3",
        "[p] != ['x']",
        "{ a: [p] } != { a: ['x'] }",
        "!contains(filter(['x', 'z'], it => it == p), 'x')",
        "length(filter(['x', 'z'], it => it == p)) != 1",
        "filter(['x', 'z'], it => it == p)[0] != 'x'",
        "groupBy(['x', 'y'], it => it == p ? 'in' : 'out').in[0] == 'y'",
        "!contains(groupBy(['x'], it => p), 'x')",
        "!contains(toObject([p], it => it), 'x')",
        "toObject([p], it => it == 'x' ? 'a' : 'b', it => false).a",
        "sort(['y', 'x'], (a, b) => p == 'x' ? a < b : b < a)[0] != 'x'",
        "!contains(map(['x', 'y'], it => it == p), true)",
        "!contains({ '${p}': 1 }, 'x')",
        "objectKeys({ '${p}': 1 })[0] != 'x'",
        "empty(p == 'x' ? 'a-${resourceGroup().id}' : '')",
        "!startsWith(p == 'x' ? 'a-${resourceGroup().id}' : 'b', 'a')",
        "!endsWith(p == 'x' ? '${resourceGroup().id}-a' : 'b', 'a')",
        "!contains(p == 'x' ? 'a-${resourceGroup().id}' : 'b', 'a-')",
        "!contains(p == 'x' ? { a: resourceGroup().id } : {}, 'a')",
        "length(p == 'x' ? [resourceGroup().id] : []) != 1",
        "[for i in range(0, p == 'x' ? 1 : 2): i] != [0]",
      })
  void whatAFunctionLookedForIsNamed(String keysOff) throws IOException {
    assertThat(words(keysOff)).contains(SAID);
  }

  /// An item of a list that a variable gives is by that variable, too.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "reduce(l, 0, (sum, it) => sum + 1) != 1",
        "reduce(l, '', (all, it) => it) != 'x'",
        "sort(l, (one, other) => one < other)[0] != 'x'",
        "length(sort(l, (one, other) => one < other)) != 1",
        "filter(l, it => true)[0] != 'x'",
        "flatten(map(l, it => [it]))[0] != 'x'",
        "length(flatten(map(l, it => [it]))) != 1",
        "!shallowMerge(map(l, it => { on: it == 'x' })).on",
        "flatten(map(l, it => it == 'x' ? ['y'] : []))[0] != 'y'",
        "length(l) != 1",
        "l[0] != 'x'",
      })
  void whatAListIsMadeByIsNamed(String keysOff) throws IOException {
    assertThat(words(keysOff))
        .contains("by the default of `l`; `--env DOCS_L=…` may decide otherwise");
  }

  @Test
  void inALongListItIsNamed() throws IOException {
    String many = "'a' ".repeat(1_000).replace(" ", "\n");
    assertThat(words("!contains([\n" + many + "p\n], 'x')")).contains(SAID);
  }

  /// There is some text, whatever the variable says: only which one hangs on it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "empty(empty(none) ? 'y' : none)                                 | false",
        "empty(!empty(none) ? none : 'y')                                | false",
        "(none == '' ? 'y' : none) == ''                                 | false",
        "(none != '' ? none : 'y-${uniqueString(resourceGroup().id)}') == '' | false",
        "!(!empty(empty(none) ? 'y' : none) ? true : false)              | false",
        "empty('y-${none}')                                              | false",
        "empty('y-${empty(none) ? 'a' : 'b'}')                           | false",
        "empty(concat('y-', empty(none) ? toLower('A') : 'b'))           | false",
        "'${none}y' == ''                                                | false",
        "'y-${none}' != 'y-'                                             | true",
        "!empty('${none}')                                               | true",
        "(empty(none) ? 'y' : none) != 'y'                               | true",
        "!empty(empty(none) ? '' : none)                                 | true",
        "empty(empty(none) ? 'y' : p)                                    | true",
        "!empty(none)                                                    | true",
      })
  void whatFillsInForAnEmptyTextIsNotWhetherThereIsOne(String keysOff, boolean named)
      throws IOException {
    assertThat(words(keysOff).contains("`--env DOCS_NONE=…` may decide otherwise"))
        .isEqualTo(named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "length([p, 'y']) != 2",
        "empty([p])",
        "[p, 'y'][1] != 'y'",
        "{ a: p, b: false }.b",
      })
  void whatIsTheSameAnywayHangsOnNoVariable(String keysOff) throws IOException {
    assertThat(words(keysOff)).doesNotContain("decide otherwise");
  }
}
