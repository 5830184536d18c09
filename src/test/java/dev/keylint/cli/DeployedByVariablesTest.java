package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A finding names the environment variables by which there is what it is about at all.
final class DeployedByVariablesTest extends QueryingFolder {
  private static final String SERVICE =
      """
      'Microsoft.Search/searchServices@2025-05-01' = LOOP {
        name: 'docs'
        properties: { disableLocalAuth: false }
      }END
      """;

  private static String service(String loop, String end) {
    return "resource docs " + SERVICE.replace("LOOP", loop).replace("END", end);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "if (a)                                 |   | DOCS_A",
        "if (a && b)                            |   | DOCS_A DOCS_B",
        "if (!(!a))                             |   | DOCS_A",
        "[for i in range(0, p == 'x' ? 1 : 0):  | ] | DOCS_P",
        "[for i in a ? [1] : []:                | ] | DOCS_A",
        "[for i in [1, 2]: if (i == 1 && a)     | ] | DOCS_A",
        "if (true)                              |   | none",
      })
  void whatDeploysAServiceIsNamed(String loop, String end, String variables) throws IOException {
    String found = words("search-local-auth", service(loop, end == null ? "" : end));
    assertThat(found).contains("error[search-local-auth]: API keys open 'docs'");
    for (String each : new String[] {"DOCS_A", "DOCS_B", "DOCS_P"}) {
      assertThat(found.contains("`--env " + each + "=…` may decide otherwise"))
          .isEqualTo(variables.contains(each));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "if (a) { params: { on: true } }                           | ",
        "{ params: { on: a } }                                     | ",
        "[for i in range(0, a ? 1 : 0): { params: { on: true } }   | ]",
      })
  void whatDeploysAModuleIsNamed(String call, String end) throws IOException {
    write("m.bicep", "param on bool\n" + service("if (on)", ""));
    assertThat(
            words("search-local-auth", "module m 'm.bicep' = " + call + (end == null ? "" : end)))
        .contains("error[search-local-auth]: API keys open 'docs'", SAID);
  }

  /// What it makes is known although it is not here.
  @ParameterizedTest
  @CsvSource({
    "if (a), `--env DOCS_A=…` may decide otherwise",
    "if (empty(other)), deployed only if this holds",
    "if (empty(first.outputs.endpoint)), deployed only if this holds",
  })
  void whatDeploysAModuleThatIsMissingIsNamed(String gate, String said) throws IOException {
    String module =
        """
        module %s 'br/public:avm/res/search/search-service:0.11.1' = %s {
          params: { name: '%s', disableLocalAuth: %s }
        }
        """;
    assertThat(
            words(
                "search-local-auth",
                "param other string\n"
                    + module.formatted("first", "", "first", "true")
                    + module.formatted("docs", gate, "docs", "false")))
        .contains("error[search-local-auth]: API keys open 'docs'", said);
  }

  @Test
  void whatWritesAServiceOnceMoreIsNamed() throws IOException {
    String twice =
        "resource first " + SERVICE.replace("LOOP", "").replace("END", "").replace("false", "true");
    String again = service("if (a)", "").replace("properties", "dependsOn: [first]\n  properties");
    assertThat(words("search-local-auth", twice + again))
        .contains("error[search-local-auth]: API keys open 'docs'", SAID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a ? [SETTING] : []",
        "concat([{ name: 'OTHER', value: 'x' }], a ? [SETTING] : [])",
        "[...(a ? [SETTING] : []), { name: 'OTHER', value: 'x' }]",
        "map(a ? ['AZURE_SEARCH_ENDPOINT'] : [], it => { name: it, value:"
            + " 'https://docs.search.windows.net' })",
        "a ? union([SETTING], []) : []",
      })
  void whatMakesASettingIsNamed(String settings) throws IOException {
    assertThat(words("missing-search-query-role", app(settings.replace("SETTING", ENDPOINT))))
        .contains("error[missing-search-query-role]: 'app' queries 'docs'", SAID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "siteConfig: { | siteConfig: a ? {           | } : {}",
        "properties: { | properties: a ? {           | } : {}",
      })
  void whatMakesTheObjectAroundItIsNamed(String start, String chosen, String end)
      throws IOException {
    String whole = app("[" + ENDPOINT + "]");
    int from = whole.lastIndexOf(start);
    int to = whole.lastIndexOf(start.startsWith("site") ? "    }\n" : "  }\n");
    String bicep =
        whole.substring(0, from)
            + chosen
            + whole.substring(from + start.length(), to)
            + whole.substring(to).replaceFirst("}", end);
    assertThat(words("missing-search-query-role", bicep))
        .contains("error[missing-search-query-role]: 'app' queries 'docs'", SAID);
  }

  /// The endpoint may be another one, and so may who signs in.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "empty(p) ? 'https://far.search.windows.net' : 'https://${docs.name}.search.windows.net' |"
            + " DOCS_P",
        "a ? 'https://docs.search.windows.net' : 'https://far.search.windows.net'               |"
            + " DOCS_A",
      })
  void whatChoosesTheEndpointIsNamed(String endpoint, String variable) throws IOException {
    String bicep = app("[" + ENDPOINT.replace("'https://docs.search.windows.net'", endpoint) + "]");
    assertThat(words("missing-search-query-role", bicep))
        .contains("error[missing-search-query-role]: 'app' queries 'docs'")
        .contains("`--env " + variable + "=…` may decide otherwise");
  }

  /// Who calls it, and who asks for its keys, take its name from it.
  @ParameterizedTest
  @CsvSource({"missing-search-query-role, error", "list-keys-without-keys, error"})
  void whatChoosesTheNameOfTheServiceIsNot(String rule, String level) throws IOException {
    String bicep =
        app("[" + ENDPOINT.replace("//docs", "//${docs.name}") + "]")
                .replace("name: 'docs'", "name: empty(p) ? 'docs' : p")
            + "output key string = docs.listAdminKeys().primaryKey\n";
    assertThat(words(rule, bicep))
        .contains(level + "[" + rule + "]")
        .doesNotContain("DOCS_P=…` may");
  }

  @Test
  void whatMakesAnotherSettingIsNot() throws IOException {
    String settings = "concat([ENDPOINT], a ? [{ name: 'OTHER', value: 'x' }] : [])";
    assertThat(words("missing-search-query-role", app(settings.replace("ENDPOINT", ENDPOINT))))
        .contains("error[missing-search-query-role]: 'app' queries 'docs'")
        .doesNotContain("decide otherwise");
  }

  @ParameterizedTest
  @CsvSource({"true, KEY", "false, OTHER"})
  void whatPutsAKeyIntoASettingIsNamed(boolean named, String byVariable) throws IOException {
    String key = "{ name: 'AZURE_SEARCH_KEY', value: docs.listAdminKeys().primaryKey }";
    String other = "{ name: 'OTHER', value: 'x' }";
    boolean isKey = byVariable.equals("KEY");
    String settings =
        "concat([%s], a ? [%s] : [])".formatted(isKey ? other : key, isKey ? key : other);
    String found = words("key-in-app-setting", app(settings));
    assertThat(found).contains("error[key-in-app-setting]: Setting 'AZURE_SEARCH_KEY'");
    assertThat(found.contains(SAID)).isEqualTo(named);
  }

  /// It names the service and chooses something, too.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "missing-search-query-role | p == 'x' ? 'https://${docs.name}.search.windows.net' : 'y' |",
        "list-keys-without-keys    | 'x' | p == 'x' ? docs.listAdminKeys().primaryKey : ''",
      })
  void whatChoosesIsNamedThoughItIsThatOfTheName(String rule, String endpoint, String key)
      throws IOException {
    String setting = ENDPOINT.replaceFirst("'https.*'", Matcher.quoteReplacement(endpoint));
    String bicep =
        app("[" + setting + "]").replace("name: 'docs'", "name: 'docs-${p}'")
            + (key == null ? "" : "output key string = " + key + "\n");
    assertThat(words(rule, bicep))
        .contains("[" + rule + "]", "by the default of `DOCS_P`; `--env DOCS_P=…` may decide");
  }

  /// What is only called so is no other service.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "key-in-app-setting | docs-${p} | docs.listAdminKeys().primaryKey",
        "malformed-endpoint | docs-${p} | 'https://docs-${p}.search.windows.net/indexes'",
      })
  void whatOnlyNamesTheServiceIsNot(String rule, String name, String value) throws IOException {
    String bicep =
        app("[" + ENDPOINT + ", { name: 'AZURE_SEARCH_SERVICE_ENDPOINT', value: " + value + " }]")
            .replace("name: 'docs'", "name: '" + name + "'");
    assertThat(words(rule, bicep)).contains("[" + rule + "]").doesNotContain("DOCS_P=…` may");
  }

  /// The name of the group parts nothing that is in it.
  @Test
  void whatNamesTheGroupIsNotNamed() throws IOException {
    write("app.bicep", app("[" + ENDPOINT + "]"));
    String main =
        """
        resource rg 'Microsoft.Resources/resourceGroups@2021-04-01' = {
          name: 'rg-${p}'
          location: 'westeurope'
        }
        module app 'app.bicep' = { scope: rg }
        """;
    assertThat(words("missing-search-query-role", "targetScope = 'subscription'\n" + main))
        .contains("error[missing-search-query-role]: 'app' queries 'docs'")
        .doesNotContain("DOCS_P=…` may");
  }

  @Test
  void whatDeploysTheServiceThatIsCalledIsNamed() throws IOException {
    String called = app("[" + ENDPOINT + "]").replaceFirst("= \\{", "= if (a) {");
    assertThat(words("missing-search-query-role", called))
        .contains("error[missing-search-query-role]: 'app' queries 'docs'", SAID);
  }

  @Test
  void whatDeploysAModuleThatGetsAKeyIsNamed() throws IOException {
    write("m.bicep", "param key string\noutput o string = 'x'\n");
    String call =
        "module m 'm.bicep' = if (a) { params: { key: docs.listAdminKeys().primaryKey } }\n";
    assertThat(words("key-in-deployment-history", service("", "") + call))
        .contains("warning[key-in-deployment-history]: Parameter 'key' gets a key of docs", SAID);
  }

  /// The service is written twice, and the last time would switch keys off.
  @ParameterizedTest
  @CsvSource({"true, true", "false, false"})
  void whatKeepsTheLastWriteOutIsNamed(boolean off, boolean named) throws IOException {
    String again =
        service("if (!a)", "")
            .replace("resource docs", "resource again")
            .replace("properties", "dependsOn: [docs]\n  properties")
            .replace("false", String.valueOf(off));
    String found = words("search-local-auth", service("", "") + again);
    assertThat(found).contains("error[search-local-auth]: API keys open 'docs'");
    assertThat(found.contains("a later write is left out: `a` has its value here"))
        .isEqualTo(named);
  }

  /// What is judged at one place of a module stands for each call of it.
  @Test
  void whatDecidesForOneOfSeveralCallsIsNamedOfEach() throws IOException {
    write(
        "docs.bicep",
        """
        param name string
        param keysOff bool
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
          name: name
          properties: { disableLocalAuth: keysOff }
        }
        """);
    String calls =
        """
        module one 'docs.bicep' = { params: { name: 'one', keysOff: !a } }
        module two 'docs.bicep' = { params: { name: 'two', keysOff: !b } }
        """;
    assertThat(words("search-local-auth", calls))
        .contains("error[search-local-auth]: API keys open 'one'", SAID)
        .contains("by the default of `b`; `--env DOCS_B=…` may decide otherwise");
  }

  /// The variable has no value, so that nobody knows whether the setting is there.
  @Test
  void whatMayMakeASettingIsNamed() throws IOException {
    String bicep = app("c ? [" + ENDPOINT + "] : []") + "param c bool\n";
    write("main.bicep", PARAMETERS + bicep);
    write("main.parameters.json", "{\"parameters\": {\"c\": {\"value\": \"${DOCS_C}\"}}}");
    assertThat(Keylint.with("missing-search-query-role").scan(folder).words())
        .contains("error[missing-search-query-role]: 'app' queries 'docs'")
        .contains("`DOCS_C` has no value; `--env DOCS_C=…` may decide otherwise");
  }

  /// No parameter of the template is the cause, so that nothing else says it.
  @Test
  void whatAnOutputOfAModuleKeepsOutNamesTheVariable() throws IOException {
    write("o.bicep", "param a bool\noutput off bool = !a\n");
    String left = "module o 'o.bicep' = { params: { a: a } }\n" + service("if (o.outputs.off)", "");
    assertThat(words("search-local-auth", left))
        .contains("If its condition were true: API keys open 'docs'")
        .contains("what keeps it out, by the default of `a`; `--env DOCS_A=…` may deploy it");
    assertThat(words("search-local-auth", left, "--env", "DOCS_A=true"))
        .contains("what keeps it out, by `--env DOCS_A`")
        .doesNotContain("may deploy it");
  }

  /// What published modules leave out is their authors' business, what a variable keeps out is not.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "= {          | a ? [] : [ROLE] | true",
        "= if (!a) {  | [ROLE]          | true",
        "= {          | []              | false",
      })
  void aRoleThatAListOfAPublishedModuleLacksIsNamed(String call, String roles, boolean named)
      throws IOException {
    write(
        "modules/mine/search/1.0.0/main.json",
        """
        {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        "contentVersion": "1.0.0.0",
        "parameters": {"roles": {"type": "array"}},
        "variables": {"copy": [{"name": "all", "count": "[length(parameters('roles'))]",
          "input": "[parameters('roles')[copyIndex('all')]]"}]},
        "resources": [{
          "type": "Microsoft.Search/searchServices", "apiVersion": "2025-05-01", "name": "own",
          "condition": "[greater(length(parameters('roles')), 1)]",
          "properties": {"disableLocalAuth": false}}, {
          "copy": {"name": "roles", "count": "[length(variables('all'))]"},
          "type": "Microsoft.Authorization/roleAssignments", "apiVersion": "2022-04-01",
          "scope": "[resourceId('Microsoft.Search/searchServices', 'docs')]",
          "name": "[guid(string(copyIndex()))]",
          "properties": {
            "principalId": "[parameters('roles')[copyIndex()].who]",
            "roleDefinitionId": "[parameters('roles')[copyIndex()].what]"}}]}
        """);
    String role =
        "{ who: app.identity.principalId\n"
            + "what: '/providers/Microsoft.Authorization/roleDefinitions/"
            + "1407120a-92aa-4202-b7e9-c0e197c71c8f' }";
    String bicep =
        app("[" + ENDPOINT + "]")
            + "module m 'br/public:mine/search:1.0.0' "
            + call
            + " params: { roles: "
            + roles.replace("ROLE", role)
            + " } }\n";
    String registry = folder.resolve("modules").toString();
    String found = words("missing-search-query-role", bicep, "--registry-dir", registry);
    assertThat(found).contains("error[missing-search-query-role]: 'app' queries 'docs'");
    assertThat(found.contains("a role assignment is left out: `a` has its value here"))
        .isEqualTo(named);
    assertThat(found).doesNotContain("'own'");
  }
}
