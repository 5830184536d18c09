package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Role assignments that `keylint fix` writes.
final class FixAssignmentsTest {
  private static final Keylint KEYLINT = Keylint.with("missing-inference-role");

  private static final String ACCOUNT =
      """
      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'ai'
        kind: 'OpenAI'
        properties: { customSubDomainName: 'ai', disableLocalAuth: true }
      }
      """;

  private static final String APP =
      """
      resource app 'Microsoft.Web/sites@2024-04-01' = IF{
        name: 'app'
        identity: { type: 'SystemAssigned' }
        properties: {
          siteConfig: {
            appSettings: [
              { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://ai.openai.azure.com/' }
            ]
          }
        }
      }
      """;

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Scanned fix() {
    return KEYLINT.run(folder, "fix", "main.bicep");
  }

  @Test
  void standsBehindBothEnds() throws IOException {
    String text = ACCOUNT + APP.replace("IF", "");
    Path main = write("main.bicep", text);
    assertThat(fix().out()).contains("none remain");
    assertThat(main)
        .content()
        .isEqualTo(
            text
                + """

                resource appMayCallAi 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
                  name: guid(ai.id, app.id, '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
                  scope: ai
                  properties: {
                    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd') // Cognitive Services OpenAI User
                    principalId: app.identity.principalId
                    principalType: 'ServicePrincipal'
                  }
                }
                """);
  }

  @Test
  void comesAndGoesWithTheOneWhoCalls() throws IOException {
    Path main =
        write("main.bicep", "param wanted bool\n" + ACCOUNT + APP.replace("IF", "if (wanted) "));
    assertThat(fix().out()).contains("none remain");
    assertThat(main)
        .content()
        .contains(
            "roleAssignments@2022-04-01' = if (wanted) {",
            "principalId: app!.identity.principalId");
  }

  @Test
  void takesANameThatNothingHas() throws IOException {
    Path main = write("main.bicep", ACCOUNT + APP.replace("IF", "") + "var appMayCallAi = 1\n");
    assertThat(fix().out()).contains("none remain");
    assertThat(main).content().contains("resource appMayCallAi2 '");
  }

  @Test
  void isNotWrittenAcrossFiles() throws IOException {
    write("app.bicep", APP.replace("IF", ""));
    String text = ACCOUNT + "module app 'app.bicep' = {\n  name: 'app'\n}\n";
    Path main = write("main.bicep", text);
    assertThat(fix().out()).contains("what it has to refer to is declared in another file");
    assertThat(main).content().isEqualTo(text);
  }
}
