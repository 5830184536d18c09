package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A finding names the environment variables by which there is what it is about at all.
final class DeployedByVariablesTest {
  private static final String SAID = "by the default of `a`; `--env DOCS_A=…` may decide otherwise";
  private static final String PARAMETERS =
      """
      param a bool = true
      param b bool = true
      param p string = 'x'
      """;
  private static final String SERVICE =
      """
      'Microsoft.Search/searchServices@2025-05-01' = LOOP {
        name: 'docs'
        properties: { disableLocalAuth: false }
      }END
      """;

  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private String words(String rule, String bicep, String... options) throws IOException {
    write("main.bicep", PARAMETERS + bicep);
    write(
        "main.parameters.json",
        """
        {"parameters": {"a": {"value": "${DOCS_A}"}, "b": {"value": "${DOCS_B}"},
          "p": {"value": "${DOCS_P=x}"}}}
        """);
    // Role assignments that are left out are only looked for where a rule looks at grants.
    Set<String> rules = new TreeSet<>(List.of(rule, "caller-can-list-keys", "search-local-auth"));
    return Keylint.with(rules.toArray(String[]::new)).scan(folder, options).words();
  }

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

  @Test
  void whatWritesAServiceOnceMoreIsNamed() throws IOException {
    String twice =
        "resource first " + SERVICE.replace("LOOP", "").replace("END", "").replace("false", "true");
    String again = service("if (a)", "").replace("properties", "dependsOn: [first]\n  properties");
    assertThat(words("search-local-auth", twice + again))
        .contains("error[search-local-auth]: API keys open 'docs'", SAID);
  }

  private static final String ENDPOINT =
      "{ name: 'AZURE_SEARCH_ENDPOINT', value: 'https://docs.search.windows.net' }";

  private static final String ONE =
      "resource one 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = { name: 'one'"
          + " }\n";

  private static String app(String settings) {
    return SearchCaller.template("docs", "docs").replace("[" + ENDPOINT + "]", settings);
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "a ? one.properties.clientId : two.properties.clientId | { type: 'UserAssigned', BOTH } |"
            + " one",
        "''        | a ? { type: 'SystemAssigned' } : { type: 'UserAssigned', BOTH }              |"
            + " app",
      })
  void whatChoosesWhoSignsInIsNamed(String client, String identity, String shown)
      throws IOException {
    String both = "userAssignedIdentities: { '${one.id}': {}, '${two.id}': {} }";
    String type = "Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31";
    String bicep =
        app("[" + ENDPOINT + ", { name: 'AZURE_CLIENT_ID', value: " + client + " }]")
                .replace("{ type: 'SystemAssigned' }", identity.replace("BOTH", both))
            + "resource one 'TYPE' = { name: 'one' }\nresource two 'TYPE' = { name: 'two' }\n"
                .replace("TYPE", type);
    assertThat(words("missing-search-query-role", bicep))
        .contains(
            "error[missing-search-query-role]: 'app' queries 'docs' as '" + shown + "'", SAID);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "concat([ENDPOINT], a ? [] : [ID])",
        "union([ENDPOINT], a ? [] : [ID])",
        "[ENDPOINT, ...(a ? [] : [ID])]",
      })
  void whatTakesTheClientIdAwayIsNamed(String settings) throws IOException {
    String identity = "{ type: 'UserAssigned', userAssignedIdentities: { '${one.id}': {} } }";
    String bicep =
        app(settings
                    .replace("ENDPOINT", ENDPOINT)
                    .replace("ID", "{ name: 'AZURE_CLIENT_ID', value: one.properties.clientId }"))
                .replace("{ type: 'SystemAssigned' }", identity)
            + ONE;
    assertThat(words("missing-client-id", bicep))
        .contains("warning[missing-client-id]: 'app' has user-assigned identities only", SAID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a ? { '${two.id}': {} } : { '${one.id}': {} }",
        "union({ '${two.id}': {} }, a ? {} : { '${one.id}': {} })",
        "{ '${a ? two.id : one.id}': {} }",
      })
  void whatAttachesAnotherIdentityIsNamed(String attached) throws IOException {
    String bicep =
        app("[" + ENDPOINT + ", { name: 'AZURE_CLIENT_ID', value: one.properties.clientId }]")
                .replace(
                    "'SystemAssigned' }",
                    "'UserAssigned', userAssignedIdentities: " + attached + " }")
            + ONE
            + ONE.replace("one", "two");
    assertThat(words("unattached-client-id", bicep))
        .contains("error[unattached-client-id]: 'app' asks for a token", SAID);
  }

  @Test
  void whatGivesTheRoleToTheOtherIdentityIsNamed() throws IOException {
    String bicep =
        app("[" + ENDPOINT + "]")
                .replace(
                    "'SystemAssigned' }",
                    "'SystemAssigned, UserAssigned', userAssignedIdentities: { '${one.id}': {} } }")
            + ONE
            + """
            resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
              name: guid('reads')
              scope: docs
              properties: {
                principalId: a ? one.properties.principalId : app.identity.principalId
                roleDefinitionId: subscriptionResourceId(
                  'Microsoft.Authorization/roleDefinitions', '1407120a-92aa-4202-b7e9-c0e197c71c8f')
              }
            }
            """;
    assertThat(words("role-on-other-identity", bicep))
        .contains("error[role-on-other-identity]: 'app' signs in as 'app'", SAID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[ENDPOINT, IDS, { name: 'AZURE_CLIENT_SECRET', value: a ? 'zzz' : '' }]",
        "concat([ENDPOINT, IDS], a ? [{ name: 'AZURE_CLIENT_SECRET', value: 'zzz' }] : [])",
      })
  void whatSetsAClientSecretIsNamed(String settings) throws IOException {
    String ids = "{ name: 'AZURE_CLIENT_ID', value: 'x' }, { name: 'AZURE_TENANT_ID', value: 'y' }";
    String bicep = app(settings.replace("ENDPOINT", ENDPOINT).replace("IDS", ids));
    assertThat(words("client-secret-beats-identity", bicep))
        .contains("warning[client-secret-beats-identity]: A client secret", SAID);
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
