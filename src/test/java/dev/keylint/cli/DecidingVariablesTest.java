package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A finding names the variables by which it is what it is: those that have no value, and those
/// that the user gave one.
final class DecidingVariablesTest {
  private static final List<Rule> RULES = Keylint.with("search-local-auth").rules();

  @TempDir private Path folder;

  /// @param parameters members of `parameters` of the parameter file
  private Scanned scan(String template, String parameters, String... options) throws IOException {
    writeRoot(template, parameters);
    return new Keylint(RULES, Map.of("DOCS_A", "false")).scan(folder, options);
  }

  private void writeRoot(String template, String parameters) throws IOException {
    write("main.bicep", template);
    write(
        "main.parameters.json",
        "{\"$schema\": \"https://schema.management.azure.com/schemas/2019-04-01/"
            + "deploymentParameters.json#\", \"parameters\": {"
            + parameters
            + "}}");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String service(String rest) {
    return """
    param a bool = false
    param b bool = false
    @allowed(['Enabled', 'Disabled'])
    param network string = 'Enabled'
    param free string = 'Enabled'
    param p string = 'x'
    resource docs 'Microsoft.Search/searchServices@2025-05-01' = REST
    """
        .replace("REST", rest);
  }

  private static final String VALUES =
      """
      "a": {"value": "${DOCS_A}"}, "b": {"value": "${DOCS_B=false}"},
      "network": {"value": "${DOCS_NETWORK}"}, "free": {"value": "${DOCS_FREE}"},
      "p": {"value": "${DOCS_P=x}"}
      """;

  private static final String SEARCH =
      """
      param name string
      resource docs 'Microsoft.Search/searchServices@2025-05-01' = { name: name }
      """;

  private static final String APP =
      """
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        identity: { type: 'SystemAssigned' }
      }
      resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid(resourceGroup().id, app.id, 'contributor')
        properties: {
          principalId: app.identity.principalId
          principalType: 'ServicePrincipal'
          roleDefinitionId: resourceId('Microsoft.Authorization/roleDefinitions', '7ca78c08-252a-4471-8644-bb5ff32d4ba0')
        }
      }
      """;

  private static final String IN_GROUPS =
      """
      targetScope = 'subscription'
      param group string = ''
      param ofSearch string = ''
      param search string = ''
      resource all 'Microsoft.Resources/resourceGroups@2021-04-01' = {
        name: !empty(group) ? group : 'rg-docs'
        location: 'westeurope'
      }
      resource own 'Microsoft.Resources/resourceGroups@2021-04-01' existing = {
        name: !empty(ofSearch) ? ofSearch : all.name
      }
      module docs 'search.bicep' = {
        scope: own
        params: { name: !empty(search) ? search : 'docs' }
      }
      module app 'app.bicep' = { scope: all }
      """;

  private static final String GROUPS =
      """
      "group": {"value": "${DOCS_GROUP}"}, "ofSearch": {"value": "${DOCS_OF_SEARCH}"},
      "search": {"value": "${DOCS_SEARCH}"}
      """;

  private static final String READER = "1407120a-92aa-4202-b7e9-c0e197c71c8f";

  private static String deployed(String properties) {
    return service("{ name: 'docs', properties: " + properties + " }");
  }

  /// Only the value of a choice that is passed on as it is alone decides.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a                   | by the default of `a`; `--env DOCS_A=…` would decide otherwise",
        "!(!a)               | by the default of `a`; `--env DOCS_A=…` may decide otherwise",
        "bool(string(a))     | by the default of `a`; `--env DOCS_A=…` may decide otherwise",
        "p != 'x'            | by the default of `DOCS_P`; `--env DOCS_P=…` may decide otherwise",
        "free != 'Enabled'   | by the default of `free`; `--env DOCS_FREE=…` may decide otherwise",
        "network != 'Enabled'| by the default of `network`; `--env DOCS_NETWORK=…` may decide",
      })
  void whatIsMadeOfAValueOnlyMayBeAnother(String made, String said) throws IOException {
    assertThat(scan(deployed("{ disableLocalAuth: " + made + " }"), VALUES).words()).contains(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a && b", "!(!a || !b)", "a ? true : b", "a == true || b == true"})
  void allVariablesThatDecideAreNamed(String made) throws IOException {
    assertThat(scan(deployed("{ disableLocalAuth: " + made + " }"), VALUES).words())
        .contains(
            "by the default of `a`; `--env DOCS_A=…` may decide otherwise",
            "by the default of `DOCS_B`; `--env DOCS_B=…`");
  }

  /// What is behind an end may not even be there.
  @Test
  void whatCannotBeEvaluatedBehindAnEndIsNotSaid() throws IOException {
    Scanned run = scan(deployed("{ disableLocalAuth: a && {}.none }"), VALUES);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.words())
        .contains("by the default of `a`; `--env DOCS_A=…` may decide otherwise")
        .doesNotContain("has no property");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "union({ hostingMode: 'default' }, p == 'x' ? {} : { disableLocalAuth: true })",
        "{ hostingMode: 'default', ...(p == 'x' ? {} : { disableLocalAuth: true }) }",
        "p == 'x' ? { hostingMode: 'default' } : { disableLocalAuth: true }",
        "{ disableLocalAuth: p == 'x' ? null : true }",
        "{ disableLocalAuth: (p == 'x' ? null : true) ?? false }",
      })
  void whatIsMissingForAVariableNamesIt(String properties) throws IOException {
    String said = "by the default of `DOCS_P`; `--env DOCS_P=…` may decide otherwise";
    assertThat(scan(deployed(properties), VALUES).words()).contains(said);
    assertThat(trace(properties)).contains(said);
    Scanned given = scan(deployed(properties), VALUES, "--env", "DOCS_P=x");
    assertThat(given.words()).contains("parameter `p`, by `--env DOCS_P`").doesNotContain(said);
  }

  private String trace(String properties) throws IOException {
    Scanned run = scan(deployed(properties), VALUES, "--trace", "search-local-auth", "docs");
    return run.words().substring(run.words().indexOf("trace[search-local-auth]"));
  }

  @Test
  void aVariableWithoutADefaultCountsAsAnEmptyText() throws IOException {
    Scanned run =
        scan(deployed("{ disableLocalAuth: p != 'x-' }"), "\"p\": {\"value\": \"x-${DOCS_P}\"}");
    assertThat(run.words())
        .contains("`DOCS_P` has no value; `--env DOCS_P=…` may decide otherwise");
  }

  /// @param condition lets nothing through
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a            | `a` has its value here, by the default of `a`; `--env DOCS_A=…` would"
            + " deploy it",
        "b            | `b` has its value here, by the default of `DOCS_B`; `--env DOCS_B=…` would"
            + " deploy it",
        "a && b       | `a` and `b` decide, by the default of `a`, by the default of `DOCS_B`;"
            + " `--env DOCS_A=…` and `--env DOCS_B=…` would deploy it",
        "!(!a && !b)  | `a` and `b` decide, by the default of `a`, by the default of `DOCS_B`;"
            + " `--env DOCS_A=…`, `--env DOCS_B=…` or both may deploy it",
        "p == 'y'     | `p` has its value here, by the default of `DOCS_P`; `--env DOCS_P=…` may"
            + " deploy it",
        "contains(p, 'y') | `p` has its value here, by the default of `DOCS_P`; `--env DOCS_P=…`"
            + " may deploy it",
        "network == 'Disabled' | `network` has its value here, by the default of `network`; `--env"
            + " DOCS_NETWORK=…` would deploy",
      })
  void whatIsLeftOutNamesTheVariableThatWouldDeployIt(String condition, String said)
      throws IOException {
    String left =
        service("if (" + condition + ") { name: 'docs', properties: { disableLocalAuth: false } }");
    assertThat(scan(left, VALUES).words()).contains(said);
  }

  /// What is supposed does not decide, what is beside it does.
  @Test
  void whatIsLeftOutNamesWhatDecidesInIt() throws IOException {
    String left = "if (a) { name: 'docs', properties: { disableLocalAuth: MADE } }";
    assertThat(scan(service(left.replace("MADE", "!a")), VALUES).words())
        .contains("`--env DOCS_A=…` would deploy it")
        .doesNotContain("decide otherwise");
    assertThat(scan(service(left.replace("MADE", "b")), VALUES).words())
        .contains("`--env DOCS_A=…` would deploy it", "`--env DOCS_B=…` would decide otherwise");
  }

  @Test
  void whatIsLeftOutInAModuleNamesItToo() throws IOException {
    write(
        "docs.bicep",
        """
        param on bool
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = if (on) {
          name: 'docs'
          properties: { disableLocalAuth: false }
        }
        """);
    String caller = "param a bool = false\nmodule docs 'docs.bicep' = { params: { on: a } }\n";
    String values = "\"a\": {\"value\": \"${DOCS_A}\"}";
    assertThat(scan(caller, values).words()).contains("`--env DOCS_A=…` would deploy it");
    assertThat(scan(caller, values, "--env", "DOCS_A=false").words())
        .contains("`a` has its value here, by `--env DOCS_A`")
        .doesNotContain("deploy it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--env DOCS_A=false         | parameter `a`, by `--env DOCS_A`",
        "--env-file dev.env         | parameter `a`, by `DOCS_A` of `--env-file`",
        "--env-from-process DOCS_*  | parameter `a`, by `DOCS_A` of `--env-from-process`",
      })
  void whatIsGivenSaysByWhichOption(String option, String said) throws IOException {
    write("dev.env", "DOCS_A=false\n");
    String[] options = option.split(" ", -1);
    String template = deployed("{ disableLocalAuth: a }");
    assertThat(scan(template, VALUES, options).words()).contains(said);
    Files.delete(folder.resolve("main.parameters.json"));
    write(
        "main.bicepparam",
        """
        using 'main.bicep'
        var off = readEnvironmentVariable('DOCS_A', 'true')
        param a = bool(off)
        """);
    assertThat(new Keylint(RULES, Map.of("DOCS_A", "false")).scan(folder, options).words())
        .contains(said);
  }

  /// What a rule asks for beside the place that it points at decides as well, unless it fails
  /// without that, too.
  @Test
  void whatARuleAsksForElsewhereIsNamed() throws IOException {
    String account =
        """
        param kind string = 'OpenAI'
        resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
          name: 'ai'
          kind: kind
          properties: { disableLocalAuth: false }
        }
        """;
    assertThat(words("openai-local-auth", account, "\"kind\": {\"value\": \"${DOCS_KIND}\"}"))
        .contains("by the default of `kind`; `--env DOCS_KIND=…` may decide otherwise");
    String properties = "{ disableLocalAuth: false, publicNetworkAccess: network }";
    assertThat(scan(deployed(properties), VALUES).words()).doesNotContain("decide otherwise");
  }

  /// @param rule whose findings there are
  private String words(String rule, String template, String parameters) throws IOException {
    writeRoot(template, parameters);
    return new Keylint(Keylint.with(rule).rules(), Map.of()).scan(folder).words();
  }

  /// The name of the group that both stand in decides as little as the name of the service does,
  /// and the id of the role hangs on neither.
  @Test
  void whatPutsAServiceIntoTheScopeOfARoleIsNamed() throws IOException {
    write("search.bicep", SEARCH);
    write("app.bicep", APP);
    assertThat(words("caller-can-list-keys", IN_GROUPS, GROUPS))
        .contains("lets app list the keys of docs")
        .contains("`--env DOCS_OF_SEARCH=…` may decide otherwise")
        .doesNotContain("`--env DOCS_GROUP=…` may", "`--env DOCS_SEARCH=…` may");
  }

  @Test
  void bothVariablesOfOneValueAreNamed() throws IOException {
    write("search.bicep", SEARCH);
    write("app.bicep", APP);
    String both = GROUPS.replace("${DOCS_OF_SEARCH}", "${DOCS_ONE=rg}-${DOCS_TWO=docs}");
    assertThat(words("caller-can-list-keys", IN_GROUPS, both))
        .contains("`--env DOCS_ONE=…` may decide otherwise")
        .contains("`--env DOCS_TWO=…` may decide otherwise");
  }

  @Test
  void whatTurnsKeysOnIsNamedWhereARoleListsThem() throws IOException {
    write(
        "search.bicep",
        SEARCH.replace("name: name }", "name: name, properties: { disableLocalAuth: off } }")
            + "param off bool\n");
    write("app.bicep", APP);
    String template =
        IN_GROUPS
            .replace("param search string", "param off bool\nparam search string")
            .replace("params: { name:", "params: { off: off, name:");
    assertThat(
            words(
                "caller-can-list-keys",
                template,
                GROUPS + ", \"off\": {\"value\": \"${DOCS_OFF=false}\"}"))
        .contains("`--env DOCS_OFF=…` may decide otherwise");
  }

  /// Which group a role is at does not make it a group that is created here, if it has the same
  /// name.
  @Test
  void whatMakesAGroupAnotherOneIsNamed() throws IOException {
    write("app.bicep", APP.replace("7ca78c08-252a-4471-8644-bb5ff32d4ba0", READER));
    write("search.bicep", SEARCH);
    String there =
        IN_GROUPS.replace("'app.bicep' = { scope: all }", "'app.bicep' = { scope: own }");
    assertThat(words("role-scope-too-broad", there, GROUPS))
        .contains("`--env DOCS_OF_SEARCH=…` may decide otherwise")
        .doesNotContain("`--env DOCS_GROUP=…` may", "`--env DOCS_SEARCH=…` may");
    String here = IN_GROUPS.replace("scope: own", "scope: all");
    assertThat(words("role-scope-too-broad", here, GROUPS)).doesNotContain("decide otherwise");
  }

  /// A condition that is not known is not one that holds.
  @Test
  void whatMayNotBeDeployedSaysUnderWhichCondition() throws IOException {
    String perhaps =
        """
        param mode string
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = if (mode == 'p') {
          name: 'docs'
        }
        """;
    assertThat(words("search-local-auth", perhaps, ""))
        .contains("main.bicep:2:66", "deployed only if this holds");
    assertThat(words("search-local-auth", perhaps, "\"mode\": {\"value\": \"p\"}"))
        .contains("API keys open 'docs'")
        .doesNotContain("deployed only if this holds");
  }

  /// The others are of other members.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "all.two == 'y'        | TWO   | ONE,THREE,FOUR",
        "all.more[0] == 'y'    | THREE | ONE,TWO,FOUR",
        "all.more[1].x == 'y'  | FOUR  | ONE,TWO,THREE",
        "all.one == 'y'        | ONE   | TWO,THREE,FOUR",
        "contains(all, 'y')    | ''    | ONE,TWO,THREE,FOUR",
      })
  void aMemberOfAnObjectHangsOnItsOwnVariables(String made, String named, String others)
      throws IOException {
    String values =
        """
        "all": {"value": {"one": "a${DOCS_ONE=x}", "two": "${DOCS_TWO=x}",
          "more": ["${DOCS_THREE=x}", {"x": "${DOCS_FOUR}"}]}}
        """;
    String words =
        words(
            "search-local-auth",
            "param all object\n" + deployed("{ disableLocalAuth: " + made + " }"),
            values);
    if (!named.isEmpty()) {
      assertThat(words).contains("`--env DOCS_" + named + "=…` may decide otherwise");
    }
    for (String other : others.split(",")) {
      assertThat(words).doesNotContain("`--env DOCS_" + other + "=…` may");
    }
  }
}
