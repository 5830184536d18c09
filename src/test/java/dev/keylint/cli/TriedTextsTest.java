package dev.keylint.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Variables that give a text or a number, which decides by what it is compared with.
final class TriedTextsTest extends QueryingFolder {
  private static final String SAID = "`--env M=…` may decide otherwise";
  private static final String KEY =
      "{ name: 'AZURE_SEARCH_KEY', value: docs.listAdminKeys().primaryKey }";

  private String scan(String head, String settings, String values) throws IOException {
    String app = app(settings.replace("ENDPOINT", ENDPOINT).replace("KEY", KEY));
    write("main.bicep", head + "\n" + app);
    write("main.parameters.json", "{\"parameters\": {" + values.replace("'", "\"") + "}}");
    return Keylint.with("missing-search-query-role").scan(folder).words();
  }

  private void says(String head, String settings, String values) throws IOException {
    assertThat(scan(head, settings, values))
        .contains("error[missing-search-query-role]: 'app' queries 'docs'")
        .contains(SAID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "no    | m == 'no' ? [] : [KEY]",
        "no    | m =~ 'NO' ? [] : [KEY]",
        "x     | m != 'keys' ? [] : [KEY]",
        "No    | toLower(m) == 'no' ? [] : [KEY]",
        "x     | contains(m, 'keys') ? [KEY] : []",
        "dev   | contains(['dev', 'test'], m) ? [] : [KEY]",
        "x     | startsWith(m, 'k') ? [KEY] : []",
        "false | bool(m) ? [KEY] : []",
        "false | json(m) ? [KEY] : []",
        "no,x  | split(m, ',')[0] == 'no' ? [] : [KEY]",
        "no    | {no: true, yes: false}[?m] ?? true ? [] : [KEY]",
        "dev   | map(stages[m], each => KEY)",
        "no    | off(m) ? [] : [KEY]",
        "y     | mode == 'on' ? [] : [KEY]",
        "y     | length(m) > 3 ? [KEY] : []",
      })
  void aTextIsTriedAsItIsCompared(String value, String settings) throws IOException {
    says(
        """
        param m string
        var stages = { dev: [], prod: ['x'] }
        var mode = m == 'x' ? 'off' : 'on'
        func off(word string) bool => word == 'no'
        """,
        "concat([ENDPOINT], " + settings + ")",
        "'m': {'value': '${M=" + value + "}'}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "2 | n > 2 ? [KEY] : []",
        "5 | n < 3 ? [KEY] : []",
        "0 | map(range(0, n), i => KEY)",
      })
  void aNumberIsTriedBeside(int value, String settings) throws IOException {
    says(
        "param n int",
        "concat([ENDPOINT], " + settings + ")",
        "'n': {'value': '${M=" + value + "}'}");
  }

  @Test
  void aPartOfATextAndATextInAnObjectAreTried() throws IOException {
    says(
        "param m string",
        "concat([ENDPOINT], m == 'mode-no' ? [] : [KEY])",
        "'m': {'value': 'mode-${M=no}'}");
    says(
        "param s object",
        "concat([ENDPOINT], s.m == 'no' ? [] : [KEY])",
        "'s': {'value': {'m': '${M=no}'}}");
  }

  @Test
  void aTextThatOnlyChoosesAnotherIsTriedWhereThatIsCompared() throws IOException {
    write(
        "part.bicep",
        "param how string\n"
            + app("concat([%s], how == 'keyless' ? [] : [%s])".formatted(ENDPOINT, KEY)));
    write(
        "main.bicep",
        """
        param m string
        param chosen string = m == 'x' ? 'keys' : 'keyless'
        module part 'part.bicep' = { params: { how: chosen } }
        """);
    write("main.parameters.json", "{\"parameters\": {\"m\": {\"value\": \"${M=y}\"}}}");
    assertThat(Keylint.with("missing-search-query-role").scan(folder).words())
        .contains("error[missing-search-query-role]", SAID);
  }

  /// The empty text gives way to the default of the template.
  @Test
  void theDefaultOfTheTemplateIsTried() throws IOException {
    says(
        "param m string = ''",
        "concat([ENDPOINT], empty(m) ? [] : [KEY])",
        "'m': {'value': '${M}'}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "empty(m) ? 'app' : m",
        "m == 'x' ? 'app' : 'other'",
        "m",
      })
  void whatOnlyChoosesANameIsNotNamed(String name) throws IOException {
    write(
        "main.bicep",
        "param m string = ''\n"
            + app("[" + ENDPOINT + "]").replace("name: 'app'", "name: " + name));
    write("main.parameters.json", "{\"parameters\": {\"m\": {\"value\": \"${M=x}\"}}}");
    assertThat(Keylint.with("missing-search-query-role").scan(folder).words())
        .contains("error[missing-search-query-role]")
        .doesNotContain("--env M");
  }

  /// With the other texts that are tried nothing would be deployed.
  @Test
  void aPartOfATextThatHasToHaveManyIsNamed() throws IOException {
    says(
        "param m string\nvar part = empty(m) ? 'x' : split(m, '/')[8]",
        "concat([ENDPOINT], part == 'x' ? [] : [KEY])",
        "'m': {'value': '${M=/1/2/3/4/5/6/7/x}'}");
  }

  /// The literals of a condition would leave no room for those that it chooses between.
  @Test
  void ofAChoiceTheTextsAreTried() throws IOException {
    String many = IntStream.range(0, 20).mapToObj(it -> "'r" + it + "'").collect(joining(", "));
    says(
        "param m string\nparam s bool = true\nvar zone = s || contains(["
            + many
            + "], 'q') ? 'no' : 'other'",
        "concat([ENDPOINT], m == zone ? [KEY] : [])",
        "'m': {'value': '${M=q}'}");
  }

  /// What no comparison shows is tried where there are few values.
  @Test
  void eachOfFewValuesIsTriedInTheEnd() throws IOException {
    says(
        """
        @allowed(['dev', 'prod'])
        param m string
        var stages = union({ dev: [] }, { prod: ['x'] })
        """,
        "concat([ENDPOINT], map(stages[m], each => KEY))",
        "'m': {'value': '${M=dev}'}");
  }

  @Test
  void whatIsComparedMayStandInVariables() throws IOException {
    says(
        """
        param m string
        var off = 'no'
        var size = m == 'yes' ? 'big' : 'small'
        var kind = size == 'big' ? 'keys' : 'none'
        """,
        "concat([ENDPOINT], kind == 'keys' || contains(concat([off], ['x']), m) ? [KEY] : [])",
        "'m': {'value': '${M=dev}'}");
  }

  @Test
  void aTextInAnObjectOfABicepFileIsTried() throws IOException {
    write(
        "main.bicep",
        "param s object\n" + app("concat([%s], s.m == 'no' ? [] : [%s])".formatted(ENDPOINT, KEY)));
    write(
        "main.bicepparam",
        "using 'main.bicep'\nparam s = { m: readEnvironmentVariable('M', 'no') }\n");
    assertThat(Keylint.with("missing-search-query-role").scan(folder).words())
        .contains("error[missing-search-query-role]", SAID);
  }

  /// Such a search would have no end, or take until tomorrow.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "var v0 = v0.b | BEFORE",
        "var v0 = concat(v0, 'x') | BEFORE",
        "var v0 = [v0, v0] | concat(BEFORE, BEFORE)",
        "var v0 = { a: 'a' } | BEFORE[BEFORE.a]",
        "var v0 = { a: 'a' } | { a: BEFORE.a, b: concat(BEFORE.a, BEFORE.a) }",
      })
  void variablesWithoutEndAreGivenUp(String first, String next) throws IOException {
    StringBuilder head = new StringBuilder("param m string\n" + first + "\n");
    for (int i = 1; i < 40; i++) {
      head.append("var v" + i + " = " + next.replace("BEFORE", "v" + (i - 1)) + "\n");
    }
    String words =
        scan(
            head + "output o bool = v39 == 'x'",
            "concat([ENDPOINT], m == 'no' ? [] : [KEY])",
            "'m': {'value': '${M=no}'}");
    assertThat(words).contains("error[missing-search-query-role]");
  }

  @Test
  void aTextOfManyIsTriedBeforeTheSecondOfOne() throws IOException {
    StringBuilder head = new StringBuilder();
    StringBuilder values = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      head.append("@allowed(['a', 'b', 'c', 'd', 'e'])\nparam p" + i + " string\n");
      head.append(
          "output o" + i + " bool = p" + i + " == 'a' || contains(['b', 'c', 'd'], p" + i + ")\n");
      values.append("'p" + i + "': {'value': '${P" + i + "=e}'}, ");
    }
    says(
        head + "param m string",
        "concat([ENDPOINT], m == 'no' ? [] : [KEY])",
        values + "'m': {'value': '${M=no}'}");
  }
}
