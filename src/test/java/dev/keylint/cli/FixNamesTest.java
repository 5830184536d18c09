package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names of role assignments that `keylint fix` writes: nothing that is known only after the
/// deployment may stand in them.
final class FixNamesTest {
  private static final String TEXT =
      """
      param who string
      param names array = ['a', 'b']
      resource id 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
        name: 'id'
      }
      resource apps 'Microsoft.Web/sites@2024-04-01' = [for i in range(0, 2): {
        name: 'app${i}'
        identity: { type: 'SystemAssigned' }
      }]
      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'ai'
        kind: 'OpenAI'
      }
      var role = '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd'
      resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = LOOP{
        name: NAME
        SCOPE
        properties: {
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
          principalId: PRINCIPAL
        }
      }END
      """;
  private static final String ROLE =
      "subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scope: ai|id.properties.principalId|ai.id, id.id, ",
        "scope: ai|who|ai.id, who, ",
        "// the group|id.properties.principalId|resourceGroup().id, id.id, ",
        "scope: ai|apps[0].identity.principalId|ai.id, apps[0].id, ",
      })
  void areMadeOfTheEnds(String scope, String principal, String parts) throws IOException {
    String text = TEXT.replace("SCOPE", scope).replace("PRINCIPAL", principal);
    text = text.replace("LOOP", "").replace("END", "");
    Path main =
        Files.writeString(
            folder.resolve("main.bicep"), text.replace("NAME", "guid(resourceGroup().name)"));
    Keylint keylint = Keylint.with("unstable-role-assignment-name");
    assertThat(keylint.run(folder, "fix", "--unsafe").out()).endsWith("none remain\n");
    assertThat(main).hasContent(text.replace("NAME", "guid(" + parts + " " + ROLE + ")"));
  }
}
