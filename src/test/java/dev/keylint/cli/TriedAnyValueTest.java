package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Variables that decide in ways in which no text of the template tells what they could be.
final class TriedAnyValueTest extends QueryingFolder {
  private static final String SAID = "`--env M=…` may decide otherwise";
  private static final String KEY =
      "{ name: 'AZURE_SEARCH_KEY', value: docs.listAdminKeys().primaryKey }";

  private String scan(String type, String value, String settings) throws IOException {
    String app = app(settings.replace("ENDPOINT", ENDPOINT).replace("KEY", KEY));
    return scan("param m " + type + "\n" + app, value);
  }

  private String scan(String template, String value) throws IOException {
    write("main.bicep", template);
    write("azure.yaml", "name: app\ninfra: {path: .}\n");
    write(
        "main.parameters.json",
        "{\"parameters\": {\"m\": {\"value\": " + value.replace("'", "\"") + "}}}");
    return Keylint.with("missing-search-query-role").scan(folder).words();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "string | '${M=no}'      | concat([ENDPOINT], 'mode-${m}' == 'mode-yes' ? [KEY] : [])",
        "string | 'mode-${M=no}' | concat([ENDPOINT], m == 'mode-yes' ? [KEY] : [])",
        "array  | '${M=[]}'      | concat([ENDPOINT], map(filter(m, n => n == 'x'), n => KEY))",
        "string | '${M=a,b}'     | concat([ENDPOINT], map(filter(split(m, ','), n => n == 'x'), n"
            + " => KEY))",
        "int    | '${M=0}'       | concat([ENDPOINT], take([KEY], m))",
        "int    | '${M=1}'       | concat([ENDPOINT], skip([KEY], m))",
        "int    | '${M=0}'       | concat([ENDPOINT], [[], [KEY]][m])",
        "int    | '${M=1}'       | concat([ENDPOINT], m - 3 > 0 ? [KEY] : [])",
        "object | '${M={}}'      | concat([ENDPOINT], union({k: false}, m).k ? [KEY] : [])",
        "object | '${M={}}'      | concat([ENDPOINT], {...m}.?k ?? false ? [KEY] : [])",
        "array  | '${M=[]}'      | concat([ENDPOINT], m)",
      })
  void whatDecidesIsSaid(String type, String value, String settings) throws IOException {
    assertThat(scan(type, value, settings))
        .contains("error[missing-search-query-role]: 'app' queries 'docs'")
        .contains(SAID);
  }

  @Test
  void whatDecidesByAParameterOrAModuleIsSaid() throws IOException {
    String settings = "concat([ENDPOINT], CONDITION ? [KEY] : [])";
    assertThat(
            scan(
                "string\nparam list array = [m]",
                "'${M=no}'",
                settings.replace("CONDITION", "contains(list, 'yes')")))
        .contains(SAID);
    write("mode.bicep", "param m string\noutput mode string = 'mode-${m}'\n");
    assertThat(
            scan(
                "string\nmodule inner 'mode.bicep' = { params: { m: m } }",
                "'${M=no}'",
                settings.replace("CONDITION", "inner.outputs.mode == 'mode-yes'")))
        .contains(SAID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "string | '${M=no}' | concat([ENDPOINT], [{ name: 'X', value: m }])",
        "string | '${M=no}' | concat([ENDPOINT], m == 'a' ? [{ name: 'X', value: '1' }] : [])",
        "string | 'x${M=n}' | concat([ENDPOINT], contains(m, 'a') ? [{ name: 'X', value: '1' }] :"
            + " [])",
        "bool   | '${M=no}' | concat([ENDPOINT], m ? [{ name: 'X', value: '1' }] : [])",
      })
  void whatDecidesNothingIsNotSaid(String type, String value, String settings) throws IOException {
    assertThat(scan(type, value.replace("=no", type.equals("bool") ? "=true" : "=no"), settings))
        .contains("error[missing-search-query-role]: 'app' queries 'docs'")
        .doesNotContain("--env M");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"name: 'app' | name: m", "identity: | location: m, identity:"})
  void aNameOrARegionDecidesNothing(String from, String to) throws IOException {
    String template = "param m string\n" + app("[" + ENDPOINT + "]");
    assertThat(template).contains(from);
    assertThat(scan(template.replace(from, to.replace(", ", "\n  ")), "'${M=app}'"))
        .contains("error[missing-search-query-role]: 'app' queries 'docs'")
        .doesNotContain("--env M");
  }

  @Test
  void whatBringsAKeyIsSaid() throws IOException {
    write(
        "main.bicep",
        "param m int\n" + app("concat([" + ENDPOINT + "], map(range(0, m), i => " + KEY + "))"));
    write("azure.yaml", "name: app\ninfra: {path: .}\n");
    write("main.parameters.json", "{\"parameters\": {\"m\": {\"value\": \"${M=1}\"}}}");
    assertThat(Keylint.with("list-keys-without-keys").scan(folder).words())
        .contains("error[list-keys-without-keys]")
        .contains(SAID);
  }

  /// It is said once, at the part.
  @Test
  void aPartOfAnObjectSaysAll() throws IOException {
    String settings = "concat([ENDPOINT], 'mode-${m.on}' == 'mode-yes' ? [KEY] : [])";
    String words = scan("object", "{'on': '${M=no}'}", settings);
    assertThat(words.split("--env M", -1)).hasSize(2);
  }

  /// It gives way to the default, which then decides.
  @Test
  void anEmptyValueThatIsGivenIsSaidOnce() throws IOException {
    write(
        "main.bicep",
        "param m bool\n"
            + app("[" + ENDPOINT + "]").replace("disableLocalAuth: true", "disableLocalAuth: m"));
    write("main.parameters.json", "{\"parameters\": {\"m\": {\"value\": \"${M=false}\"}}}");
    assertThat(Keylint.with("search-local-auth").scan(folder, "--env", "M=").words())
        .contains("by the default of `M`; `--env M=…` would decide otherwise")
        .doesNotContain("by `--env M`");
  }

  @Test
  void settingsThatAreNotAllReadMayHoldAKey() throws IOException {
    write("main.bicep", "param m array\n" + app("concat([" + ENDPOINT + "], m)"));
    assertThat(Keylint.with("missing-search-query-role").scan(folder).words())
        .contains("undecided[missing-search-query-role]: It may be that 'app' queries 'docs'")
        .contains("parameter `m` has no value");
  }
}
