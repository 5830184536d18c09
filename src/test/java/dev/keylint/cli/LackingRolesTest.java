package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A call that fails for want of a role names the variable by which a role is somebody else's, at
/// another scope, or another role; one without an identity that which takes it away.
final class LackingRolesTest {
  private static final String WORLD =
      """
      param a bool = true
      param n string = 'other'
      var reader = '1407120a-92aa-4202-b7e9-c0e197c71c8f'
      var contributor = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'
      resource id 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = { name: 'id-${n}' }
      resource there 'Microsoft.Search/searchServices@2025-05-01' existing = {
        name: a ? 'far' : 'docs'
      }
      resource grants 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid('grants')
        scope: SCOPE
        properties: {
          principalId: PRINCIPAL
          principalType: 'ServicePrincipal'
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', ROLE)
        }
      }
      """;

  private static final String OWN = "app.identity.principalId";

  @TempDir private Path folder;

  private String words(String rule, String bicep) throws IOException {
    Files.writeString(folder.resolve("main.bicep"), bicep);
    Files.writeString(
        folder.resolve("main.parameters.json"),
        """
        {"parameters": {"a": {"value": "${DOCS_A=true}"}, "n": {"value": "${DOCS_N=other}"}}}
        """);
    // Role assignments that are left out are only looked for where a rule looks at grants.
    Keylint rules = Keylint.with(rule, "caller-can-list-keys");
    return new Keylint(rules.rules(), Map.of()).scan(folder).words();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // who has it                              | which role              | where | is named
        "OWN                                       | a ? contributor : reader | docs  | true",
        "a ? id.properties.principalId : OWN       | reader                   | docs  | true",
        "OWN                                       | reader                   | there | true",
        "a ? id.properties.principalId : OWN       | contributor              | docs  | false",
        "a ? id.properties.principalId : OWN       | reader                   | there | true",
        "OWN                                       | a ? contributor : reader | there | true",
        "id.properties.principalId                 | reader                   | docs  | false",
      })
  void theVariableOfTheOneThingThatARoleLacksIsNamed(
      String principal, String role, String scope, boolean named) throws IOException {
    String bicep =
        SearchCaller.template("docs", "docs")
            + WORLD
                .replace("PRINCIPAL", principal.replace("OWN", OWN))
                .replace("ROLE", role)
                .replace("SCOPE", scope);
    String words = words("missing-search-query-role", bicep);
    assertThat(words)
        .contains("error[missing-search-query-role]: 'app' queries 'docs' as 'app', which");
    assertThat(words.contains("by the default of `DOCS_A`; `--env DOCS_A=…` may decide otherwise"))
        .isEqualTo(named);
    assertThat(words).doesNotContain("`--env DOCS_N=…` may");
  }

  /// What is looked up by another name is another resource, but never one of another type.
  @ParameterizedTest
  @CsvSource({
    "Microsoft.Web/sites@2024-04-01, identity, true",
    "Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31, properties, false",
  })
  void whatChoosesTheHolderByItsNameIsNamed(String type, String member, boolean named)
      throws IOException {
    String other = "resource other '" + type + "' existing = { name: a ? 'far' : 'app' }\n";
    String bicep =
        SearchCaller.template("docs", "docs")
            + WORLD
                .replace("PRINCIPAL", "other." + member + ".principalId")
                .replace("ROLE", "reader")
                .replace("SCOPE", "docs")
            + other;
    String words = words("missing-search-query-role", bicep);
    assertThat(words)
        .contains("error[missing-search-query-role]: 'app' queries 'docs' as 'app', which");
    assertThat(words.contains("by the default of `DOCS_A`; `--env DOCS_A=…` may decide otherwise"))
        .isEqualTo(named);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "identity: { type: a ? 'None' : 'SystemAssigned' }",
        "identity: a ? null : { type: 'SystemAssigned' }",
        "identity: a ? {} : { type: 'SystemAssigned' }",
      })
  void whatGivesACallerNoIdentityIsNamed(String identity) throws IOException {
    String template =
        WORLD.substring(0, WORLD.indexOf("param n"))
            + SearchCaller.template("docs", "docs")
                .replace("identity: { type: 'SystemAssigned' }", identity);
    assertThat(words("caller-without-identity", template))
        .contains("'app' calls docs.search.windows.net without a key")
        .contains("by the default of `DOCS_A`; `--env DOCS_A=…` may decide otherwise");
  }

  /// One turn of a loop is made, and the one that would help is not.
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        resource turns 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for each in [
          { id: contributor, on: true }, { id: reader, on: !a }]: if (each.on) { BODY }]
        """,
        """
        resource turns 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
          for (it, i) in [contributor, reader]: if (i == 0 || !a) { BODY }]
        """,
        """
        module turns 'role.bicep' = [for (it, i) in [contributor, reader]: if (i == 0 || !a) {
          params: { id: it, who: app.identity.principalId }
        }]
        """,
      })
  void theTurnOfALoopThatIsLeftOutIsNamed(String turns) throws IOException {
    String body =
        """
        name: guid(ID)
          scope: docs
          properties: {
            principalId: WHO
            principalType: 'ServicePrincipal'
            roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', ID)
          }
        """;
    Files.writeString(
        folder.resolve("role.bicep"),
        "param id string\n"
            + "param who string\n"
            + "resource docs 'Microsoft.Search/searchServices@2025-05-01' existing = { name: 'docs'"
            + " }\n"
            + "resource grants 'Microsoft.Authorization/roleAssignments@2022-04-01' = {\n"
            + "  "
            + body.replace("ID", "id").replace("WHO", "who")
            + "}\n");
    String bicep =
        WORLD.substring(0, WORLD.indexOf("resource id"))
            + SearchCaller.template("docs", "docs")
            + turns.replace(
                "BODY",
                body.replace("ID", turns.contains("each.on") ? "each.id" : "it")
                    .replace("WHO", OWN));
    assertThat(words("missing-search-query-role", bicep))
        .contains("error[missing-search-query-role]: 'app' queries 'docs' as 'app', which")
        .contains("a role assignment is left out: ", "`--env DOCS_A=…` may deploy it");
  }
}
