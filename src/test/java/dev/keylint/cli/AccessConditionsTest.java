package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls to services that are perhaps not deployed, and how much of a row a line takes.
final class AccessConditionsTest {
  private static final Keylint KEYLINT =
      Keylint.with("missing-inference-role", "openai-local-auth");

  private static final String TEXT =
      """
      param more PARAM
      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = if (more) {
        name: 'ai'
        kind: 'OpenAI'
        properties: { customSubDomainName: 'ai', disableLocalAuth: true }
      }
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
      resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (more) {
        name: guid(ai.id, app.id, 'user')
        scope: ai
        properties: {
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
          principalId: app.identity.principalId
          principalType: 'ServicePrincipal'
        }
      }
      """;

  @TempDir private Path folder;

  private String access(String parameter, String condition) throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"), TEXT.replace("PARAM", parameter).replace("IF", condition));
    return KEYLINT.run(folder, "access", "main.bicep").out();
  }

  @Test
  void anUnknownConditionOfTheServiceIsOpen() throws IOException {
    assertThat(access("bool", ""))
        .contains("? app  token")
        .contains("and whether that is deployed can't be told")
        .contains("`more`");
    assertThat(KEYLINT.run(folder, "access", "--explain", "app", "ai", "main.bicep").out())
        .contains("(main.bicep:1:")
        .contains("see the ? above");
  }

  @Test
  void oneThatTheCallerSharesIsNot() throws IOException {
    assertThat(access("bool", "if (more) ")).contains("✓ app  token");
    assertThat(access("bool\nparam most bool", "if (more && most) ")).contains("✓ app  token");
  }

  @Test
  void oneThatHoldsIsNot() throws IOException {
    assertThat(access("bool = true", "")).contains("✓ app  token");
  }

  @Test
  void whatIsLeftOutIsSaid() throws IOException {
    assertThat(access("bool = false", ""))
        .contains("? app  token")
        .contains("endpoint: ai is left out; it is deployed if `more` were true");
    assertThat(KEYLINT.run(folder, "access", "-o", "csv", "main.bicep").out())
        .contains("ai is left out; it is deployed if `more` were true");
  }

  @Test
  void rowsFitTheTerminal() throws IOException {
    access("bool = true", "");
    String long80 = "a-rather-long-name-of-an-application-of-ours-in-the-west";
    Path main = folder.resolve("main.bicep");
    Files.writeString(main, Files.readString(main).replace("'app'", "'" + long80 + "'"));
    for (int columns : new int[] {50, 80, 120, 200}) {
      Keylint narrow = new Keylint(KEYLINT.rules(), Map.of("COLUMNS", String.valueOf(columns)));
      String out = narrow.run(folder, "access", "main.bicep").out();
      assertThat(out.lines()).as(out).allMatch(it -> it.length() <= Math.max(columns, 80));
      assertThat(out).contains(long80, "token", "Cognitive Services OpenAI User", "main.bicep:13");
    }
  }
}
