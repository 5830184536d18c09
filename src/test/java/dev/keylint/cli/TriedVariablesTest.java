package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Variables that decide by what they leave out: no value that a rule looks at comes from them.
final class TriedVariablesTest extends QueryingFolder {
  private static final String A = "`--env DOCS_A=…` may decide otherwise";
  private static final String KEY =
      "{ name: 'AZURE_SEARCH_KEY', value: docs.listAdminKeys().primaryKey }";
  private static final String SERVICE =
      """
      resource SYMBOL 'Microsoft.Search/searchServices@2025-05-01' = GATE {
        name: 'docs'
        properties: { disableLocalAuth: OFF }
        dependsOn: [BEFORE]
      }END
      """;

  private static String service(String symbol, String gate, boolean off, String before) {
    return SERVICE
        .replace("SYMBOL", symbol)
        .replace("GATE", gate)
        .replace("END", gate.startsWith("[") ? "]" : "")
        .replace("OFF", String.valueOf(off))
        .replace("BEFORE", before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "concat([ENDPOINT], a ? [] : [KEY])                    | true",
        "concat([ENDPOINT], filter([KEY], each => !a))         | true",
        "a ? [ENDPOINT] : [ENDPOINT, KEY]                      | true",
        "[for i in range(0, a ? 1 : 2): i == 0 ? ENDPOINT : KEY] | true",
        "concat([ENDPOINT], a ? [] : [OTHER])                  | false",
        "concat([ENDPOINT], a ? [OTHER] : [])                  | false",
      })
  void theKeyThatACallDoesNotHaveIsLeftOutByAVariable(String settings, boolean named)
      throws IOException {
    String bicep =
        app(
            settings
                .replace("ENDPOINT", ENDPOINT)
                .replace("KEY", KEY)
                .replace("OTHER", "{ name: 'OTHER', value: 'x' }"));
    String words = words("missing-search-query-role", bicep);
    assertThat(words).contains("error[missing-search-query-role]: 'app' queries 'docs'");
    assertThat(words.contains("decide otherwise")).isEqualTo(named);
  }

  @Test
  void aLaterWriteIsLeftOutByALoop() throws IOException {
    String bicep =
        service("first", "", false, "")
            + service("again", "[for i in range(0, a ? 0 : 1):", true, "first");
    assertThat(words("search-local-auth", bicep)).contains("error[search-local-auth]", A);
  }

  @Test
  void eachOfTwoLaterWritesWouldDo() throws IOException {
    String bicep =
        service("first", "", false, "")
            + service("second", "if (!a)", true, "first")
            + service("third", "if (!b)", true, "second");
    assertThat(words("search-local-auth", bicep))
        .contains("error[search-local-auth]", "`--env DOCS_A=…` may decide")
        .contains("`--env DOCS_B=…` would deploy it");
  }

  /// With the other value there is another failure of the same resource, under another name.
  @Test
  void whatOnlyChoosesTheNameIsNotNamed() throws IOException {
    String bicep = service("first", "", false, "").replace("'docs'", "a ? 'docs' : 'other'");
    assertThat(words("search-local-auth", bicep))
        .contains("error[search-local-auth]")
        .doesNotContain("DOCS_A=…` may decide");
  }

  /// What is tried is nothing that the rule looked at.
  @Test
  void namesThatAreOnlyTriedCannotBeTraced() throws IOException {
    String settings = "concat([%s], a ? [] : [%s])".formatted(ENDPOINT, KEY);
    String bicep = app(settings).replace("name: 'app'", "name: a ? 'app' : 'other'");
    assertThat(
            words("missing-search-query-role", bicep, "--trace", "missing-search-query-role", "x"))
        .contains("it looked at: `app`")
        .doesNotContain("other");
  }

  /// The user knows of it.
  @Test
  void whatTheUserHasGivenIsNotTried() throws IOException {
    String settings = "concat([ENDPOINT], a ? [] : [KEY])";
    String bicep = app(settings.replace("ENDPOINT", ENDPOINT).replace("KEY", KEY));
    assertThat(words("missing-search-query-role", bicep, "--env", "DOCS_A=true"))
        .contains("error[missing-search-query-role]")
        .doesNotContain("DOCS_A=…` may decide");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "param mode string = readEnvironmentVariable('MODE', 'roles')",
        "var read = readEnvironmentVariable('MODE', 'roles'); param mode = read",
      })
  void aBicepParameterFileIsReadOnceMore(String file) throws IOException {
    write(
        "main.bicep",
        "@allowed(['roles', 'keys'])\nparam mode string\n"
            + app("concat([%s], mode == 'roles' ? [] : [%s])".formatted(ENDPOINT, KEY)));
    write(
        "main.bicepparam",
        "using 'main.bicep'\n" + file.replace("; ", "\n").replace("mode string", "mode"));
    assertThat(Keylint.with("missing-search-query-role").scan(folder).words())
        .contains("error[missing-search-query-role]")
        .contains("by the default of `MODE`; `--env MODE=…` may decide otherwise");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bool(readEnvironmentVariable('ON', 'true'))",
        "readEnvironmentVariable('ON', 'true') == 'true'",
        "!(readEnvironmentVariable('ON', 'true') =~ 'FALSE')",
        "contains(['true', 'yes'], readEnvironmentVariable('ON', 'true'))",
      })
  void aBoolIsReadInAnyWay(String value) throws IOException {
    write(
        "main.bicep",
        "param a bool\n" + app("concat([%s], a ? [] : [%s])".formatted(ENDPOINT, KEY)));
    write("main.bicepparam", "using 'main.bicep'\nparam a = " + value + "\n");
    assertThat(Keylint.with("missing-search-query-role").scan(folder).words())
        .contains("error[missing-search-query-role]")
        .contains("by the default of `ON`; `--env ON=…` may decide otherwise");
  }

  @Test
  void layersAreDeployedOnceMore() throws IOException {
    write(
        "azure.yaml",
        """
        name: docs
        infra:
          layers:
            - { name: first, path: infra, module: first }
            - { name: main, path: infra, module: main }
        """);
    write("infra/first.bicep", "output other string = 'x'\n");
    write(
        "infra/main.bicep",
        "param a bool\n" + app("concat([%s], a ? [] : [%s])".formatted(ENDPOINT, KEY)));
    write(
        "infra/main.parameters.json", "{\"parameters\": {\"a\": {\"value\": \"${DOCS_A=true}\"}}}");
    assertThat(Keylint.with("missing-search-query-role").scan(folder).words())
        .contains("error[missing-search-query-role]", A);
  }
}
