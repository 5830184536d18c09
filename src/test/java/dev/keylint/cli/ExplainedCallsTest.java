package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That an explanation tells what keeps a call from working from what is merely a risk.
final class ExplainedCallsTest {
  private static final String TEMPLATE =
      """
      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'ai'
        location: 'westeurope'
        kind: 'OpenAI'
        sku: { name: 'S0' }
        properties: { customSubDomainName: 'ai', PROPERTIES }
      }
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        location: 'westeurope'
        identity: { type: 'SystemAssigned' }
        properties: {
          siteConfig: {
            appSettings: [
              { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://ai.openai.azure.com/' }
              SETTINGS
            ]
          }
        }
      }
      resource mayCall 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid(ai.id, app.id, 'mayCall')
        scope: ai
        properties: {
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
          principalId: app.identity.principalId
          principalType: 'ServicePrincipal'
        }
      }
      """;
  private static final String KEY = "{ name: 'AZURE_OPENAI_API_KEY', value: ai.listKeys().key1 }";

  private static final String SECRET =
      """
      { name: 'AZURE_CLIENT_SECRET', value: 'x' }
      { name: 'AZURE_CLIENT_ID', value: 'y' }
      { name: 'AZURE_TENANT_ID', value: 'z' }
      """;

  @TempDir private Path folder;

  private void write(String properties, String settings) throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"),
        TEMPLATE.replace("PROPERTIES", properties).replace("SETTINGS", settings));
  }

  private String call(String properties, String settings) throws IOException {
    write(properties, settings);
    return explained("ai", "public-with-keys", "missing-inference-role");
  }

  /// How `app` calls a service, as these rules see it.
  private String explained(String service, String... rules) {
    return Keylint.with(rules).run(folder, "access", "--explain", "app", service).outWords();
  }

  @Test
  void aKeyThatIsAcceptedWorksHoweverRiskyThatIs() throws IOException {
    assertThat(call("disableLocalAuth: false", KEY))
        .contains("✓ service accepts keys keys are accepted; risk: 'ai' takes keys")
        .contains("The call works")
        .doesNotContain("✗");
  }

  @Test
  void aKeyThatIsNotAcceptedHasARepair() throws IOException {
    assertThat(call("disableLocalAuth: true", KEY))
        .contains("✗ service accepts keys keys are off")
        .contains("403", "let the caller sign in with its identity");
  }

  @Test
  void eachFaultHasItsRepair() throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"),
        Fixes.ME
            + """
            resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
              name: 'docs'
              properties: { disableLocalAuth: false }
            }
            resource app 'Microsoft.Web/sites@2024-04-01' = {
              name: 'app'
              identity: { type: 'UserAssigned', userAssignedIdentities: { '${me.id}': {} } }
              properties: { siteConfig: { appSettings: [
                { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://docs.search.windows.net' }
              ] } }
            }
            """);
    assertThat(explained("docs", "missing-client-id", "search-keys-only"))
        .contains("✗ identity selected", "✗ service accepts tokens")
        .contains("Repair of `identity selected`: Set AZURE_CLIENT_ID")
        .contains("Repair of `service accepts tokens`: Set disableLocalAuth to true");
  }

  @Test
  void aSecretThatSignsInIsNoFailure() throws IOException {
    write("disableLocalAuth: true", SECRET);
    assertThat(explained("ai", "client-secret-beats-identity", "missing-inference-role"))
        .contains(
            "? identity selected can't be told: whose client secret `AZURE_CLIENT_SECRET` holds is",
            "; risk: A client secret or certificate in the settings of 'app' goes before")
        .doesNotContain("✗", "The call fails");
  }

  @Test
  void aNetworkThatNothingClosesLetsTheCallPass() throws IOException {
    assertThat(call("disableLocalAuth: true, publicNetworkAccess: 'Enabled'", ""))
        .contains("✓ network path nothing closes it", "The call works");
  }
}
