package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What an auditor asks: who may do what to a service, by calling it or past its roles.
final class AuditTest {
  private static final String TEMPLATE =
      Foundry.account("ai", "disableLocalAuth: KEYS")
          + """
          param anyRole string
          param anyKeysOff bool
          resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
            name: 'docs'
            properties: { disableLocalAuth: false }
          }
          resource who 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
            name: 'id-who'
          }
          resource idle 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
            name: 'id-idle'
          }
          resource job 'Microsoft.App/jobs@2025-01-01' = {
            name: 'job'
            identity: { type: 'UserAssigned', userAssignedIdentities: { '${who.id}': {} } }
            properties: { template: { containers: [{ name: 'run', env: [SETTINGS] }] } }
          }
          resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
            name: guid('grant')
            scope: SCOPE
            properties: {
              principalId: who.properties.principalId
              principalType: 'ServicePrincipal'
              roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', ROLE)
              CONDITION
            }
          }
          """;

  private static final String CALLS =
      """

            { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://ai.openai.azure.com/' }
            { name: 'AZURE_CLIENT_ID', value: who.properties.clientId }
      """;

  @TempDir private Path folder;

  private void write(String scope, String role, String keys, String settings) throws IOException {
    write(scope, role, keys, settings, "");
  }

  private void write(String scope, String role, String keys, String settings, String condition)
      throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"),
        TEMPLATE
            .replace("SCOPE", scope)
            .replace("ROLE", role.contains("-") ? "'" + role + "'" : role)
            .replace("KEYS", keys)
            .replace("SETTINGS", settings)
            .replace("CONDITION", condition));
  }

  private String access(String... options) {
    return Scanned.access(folder, options).words();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ai   | 8e3af657-a8ff-443c-a75c-2fe8c4bcb635 | Owner | may deploy models, manage the"
            + " service, list keys, assign roles",
        "ai   | b24988ac-6180-42a0-ab88-20f7382dd24c | Contributor | may deploy models, manage the"
            + " service, list keys",
        "ai   | a97b65f3-24c7-4388-baec-2e87135dc908 | Cognitive Services User | may call models,"
            + " use agents, list keys",
        "ai   | a001fd3d-188f-4b5d-821b-7da978bf7442 | Cognitive Services OpenAI Contributor | may"
            + " call models, deploy models",
        "ai   | f58310d9-a9f6-439a-9e8d-f62e7b41a168 | Role Based Access Control Administrator |"
            + " may assign roles",
        "ai   | 0e75ca1e-0464-4b4d-8b93-68208a576181 | Cognitive Services Speech Contributor | may"
            + " use other features",
        "docs | 7ca78c08-252a-4471-8644-bb5ff32d4ba0 | Search Service Contributor | may manage"
            + " indexes, manage the service, list keys",
        "docs | 8ebe5a00-799e-43f5-93ac-243d3dce84a7 | Search Index Data Contributor | may read"
            + " documents, write documents",
        "docs | 1407120a-92aa-4202-b7e9-c0e197c71c8f | Search Index Data Reader | may read"
            + " documents",
        "ai   | anyRole                              | {anyRole} | may what can't be told",
      })
  void eachRoleIsSaidInPlainWords(String scope, String role, String name, String may)
      throws IOException {
    write(scope, role, "false", "");
    assertThat(access("--for", "id-who"))
        .contains("· id-who no call seen managed identity " + name + " at " + scope)
        .contains(may);
  }

  @Test
  void aRoleThatOnlyLooksIsNone() throws IOException {
    write("ai", "acdd72a7-3385-48ef-bd42-f606fba81ae7", "false", "");
    assertThat(access()).contains("Nobody calls an Azure OpenAI, Foundry or Search service here");
    assertThat(access("--for", "id-who"))
        .contains("`id-who` calls no Azure OpenAI, Foundry or Search service here, nor has a role");
    assertThat(access("--for", "id-nobody")).contains("of which nothing is seen");
  }

  @Test
  void whoMayDoNothingIsKnownAllTheSame() throws IOException {
    write("ai", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "false", "");
    assertThat(access("--for", "ID-idle")).contains("`ID-idle` calls no Azure OpenAI");
  }

  @Test
  void keysThatAreOffOpenNothing() throws IOException {
    String owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635";
    write("ai", owner, "true", "");
    assertThat(access("--for", "id-who"))
        .contains("may deploy models, manage the service, assign roles")
        .doesNotContain("keys");
    write("ai", owner, "anyKeysOff", "");
    assertThat(access("--for", "id-who")).contains("manage the service, list keys, assign");
  }

  @Test
  void aConditionIsSaid() throws IOException {
    write(
        "ai",
        "f58310d9-a9f6-439a-9e8d-f62e7b41a168",
        "true",
        "",
        """
        conditionVersion: '2.0'
            condition: '((!(ActionMatches{\\'Microsoft.Authorization/roleAssignments/write\\'})))'
        """);
    assertThat(access("--for", "id-who")).contains("may assign roles under a condition");
  }

  @Test
  void aRoleAtAnAccountReachesItsProjects() throws IOException {
    write("resourceGroup()", "b24988ac-6180-42a0-ab88-20f7382dd24c", "true", "");
    assertThat(access("--for", "id-who"))
        .contains("team (project)", "may manage the project")
        .contains("docs (search)", "may manage indexes, manage the service, list keys ");
  }

  @Test
  void whatACallerMayDoBesidesIsARowOfItsOwn() throws IOException {
    write("ai", "a97b65f3-24c7-4388-baec-2e87135dc908", "false", CALLS);
    assertThat(access())
        .contains("job token as id-who Cognitive Services User at ai")
        .contains("· id-who besides managed identity Cognitive Services User at ai")
        .contains(" may list keys ");
    write("ai", "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd", "false", CALLS);
    assertThat(access()).contains("job token as id-who").doesNotContain("besides");
  }

  @Test
  void aWorkloadMayWhatItsIdentitiesMay() throws IOException {
    write("docs", "7ca78c08-252a-4471-8644-bb5ff32d4ba0", "false", CALLS);
    assertThat(access("--for", "job"))
        .contains("ai (account)", "job token as id-who")
        .contains("docs (search)", "· id-who no call seen", "may manage indexes");
  }

  @Test
  void programsReadTheSame() throws IOException {
    write("ai", "a97b65f3-24c7-4388-baec-2e87135dc908", "false", CALLS);
    assertThat(access("-o", "json", "--for", "id-who"))
        .contains(
            "\"called\": true, \"verdict\": \"yes\", \"allows\": [ \"call models\", \"use agents\","
                + " \"list keys\" ]")
        .contains("\"called\": false, \"allows\": [ \"list keys\" ]")
        .contains("\"certain\": true");
    assertThat(access("-o", "csv", "--for", "id-who"))
        .contains("\"roles\",\"allows\",\"place\"")
        .contains("\"Cognitive Services User at ai\",\"list keys\",");
  }

  @Test
  void aGrantThatMayNotBeMadeIsUncertain() throws IOException {
    write("ai", "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd", "true", CALLS);
    String made = Files.readString(folder.resolve("main.bicep"));
    Files.writeString(
        folder.resolve("main.bicep"),
        "param on bool\n"
            + made.replace(
                "roleAssignments@2022-04-01' = {", "roleAssignments@2022-04-01' = if (on) {"));
    assertThat(access())
        .contains("? job token as id-who perhaps Cognitive Services OpenAI User at");
    assertThat(access("--explain", "job", "ai"))
        .contains("? role grants the data action whether it is enough can't be told: perhaps");
  }

  @Test
  void aRoleAtAnAccountThatIsThereAlreadyCounts() throws IOException {
    write("ai", "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd", "true", CALLS);
    String made = Files.readString(folder.resolve("main.bicep"));
    int end = made.indexOf("resource docs");
    Files.writeString(
        folder.resolve("main.bicep"),
        "param anyRole string\nparam anyKeysOff bool\n"
            + "resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {\n"
            + "  name: 'ai'\n}\n"
            + made.substring(end));
    assertThat(access("--explain", "job", "ai"))
        .contains("✓ role grants the data action Cognitive Services OpenAI User at ai");
  }

  @Test
  void nobodyIsNoName() throws IOException {
    write("ai", "8e3af657-a8ff-443c-a75c-2fe8c4bcb635", "false", "");
    Path main = folder.resolve("main.bicep");
    Files.writeString(
        main,
        Files.readString(main)
            + """
            resource none 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
              name: guid('none')
              scope: ai
              properties: {
                principalId: ''
                roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '8e3af657-a8ff-443c-a75c-2fe8c4bcb635')
              }
            }
            """);
    assertThat(access("--for", "nobody"))
        .contains("--for names `nobody`, of which nothing is seen", "id-who");
    assertThat(access("--for", "who"))
        .contains("--for names `who`, of which nothing is seen; perhaps `id-who` is meant");
  }

  @Test
  void eachDeploymentKeepsItsRoles() throws IOException {
    write("ai", "anyRole", "false", "");
    for (String role :
        List.of("b24988ac-6180-42a0-ab88-20f7382dd24c", "25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68")) {
      Files.writeString(
          folder.resolve(role + ".bicepparam"),
          "using 'main.bicep'\nparam anyKeysOff = false\nparam anyRole = '" + role + "'\n");
    }
    assertThat(access("--for", "id-who"))
        .contains("managed identity Cognitive Services Contributor at ai")
        .contains("managed identity Contributor at ai");
  }
}
