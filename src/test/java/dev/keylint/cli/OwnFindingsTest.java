package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That an explanation says what is wrong with this call, and not with another one of the same
/// caller, to the same service, or with the caller as a service of its own.
final class OwnFindingsTest {
  private static final String SERVICES =
      """
      param subnet string
      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'ai'
        location: 'westeurope'
        kind: 'OpenAI'
        sku: { name: 'S0' }
        properties: { customSubDomainName: 'ai', disableLocalAuth: true, AI }
      }
      resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'docs'
        location: 'westeurope'
        sku: { name: 'basic' }
        identity: { type: 'SystemAssigned' }
        properties: { DOCS }
      }
      resource skills 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
        name: 'skills'
        location: 'westeurope'
        kind: 'AzureCLI'
        properties: {
          azCliVersion: '2.70.0'
          retentionInterval: 'P1D'
          environmentVariables: [{ name: 'SEARCH_URL', value: 'https://docs.search.windows.net' }]
          scriptContent: '''
            curl -X PUT "$SEARCH_URL/skillsets/embed" -d '{
              "name": "embed",
              "skills": [{
                "@odata.type": "#Microsoft.Skills.Text.AzureOpenAIEmbeddingSkill",
                "resourceUri": "https://ai.openai.azure.com",
                "deploymentId": "embedding",
                "modelName": "text-embedding-3-small"
              }]
            }'
          '''
        }
      }
      """;

  private static final String APP =
      """
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        location: 'westeurope'
        identity: { type: 'SystemAssigned' }
        properties: {
          virtualNetworkSubnetId: '${subnet}/subnets/apps'
          siteConfig: {
            appSettings: [{ name: 'AZURE_OPENAI_ENDPOINT', value: 'https://ai.openai.azure.com/' }]
          }
        }
      }
      resource way 'Microsoft.Network/privateEndpoints@2024-05-01' = {
        name: 'way'
        location: 'westeurope'
        properties: {
          privateLinkServiceConnections: [{ name: 'x', properties: { privateLinkServiceId: ai.id } }]
        }
      }
      """;

  private static final String TWO_CONTAINERS =
      """
      resource mine 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
        name: 'mine'
        location: 'westeurope'
      }
      resource other 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
        name: 'other'
        location: 'westeurope'
      }
      resource pair 'Microsoft.App/containerApps@2025-01-01' = {
        name: 'pair'
        location: 'westeurope'
        identity: { type: 'UserAssigned', userAssignedIdentities: { '${mine.id}': {} } }
        properties: {
          template: {
            containers: [
              {
                name: 'good'
                env: [
                  { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://ai.openai.azure.com/' }
                  { name: 'AZURE_CLIENT_ID', value: mine.properties.clientId }
                ]
              }
              {
                name: 'bad'
                env: [
                  { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://docs.search.windows.net' }
                  { name: 'AZURE_CLIENT_ID', value: other.properties.clientId }
                ]
              }
            ]
          }
        }
      }
      """;

  @TempDir private Path folder;

  private String explained(String template, String from, String to, String... rules)
      throws IOException {
    Files.writeString(folder.resolve("main.bicep"), template);
    Scanned run = Keylint.with(rules).run(folder, "access", "--explain", from, to);
    assertThat(run.exit()).as(run.err()).isZero();
    return run.outWords();
  }

  private static String services(String ai, String docs) {
    return SERVICES.replace("AI }", ai + " }").replace("DOCS }", docs + " }");
  }

  @Test
  void howTheCallerLetsOthersInIsNotAskedOfItsOwnCalls() throws IOException {
    assertThat(explained(services("", ""), "docs", "ai", "search-keys-only", "public-with-keys"))
        .contains("docs → ai", "✓ service accepts tokens nothing speaks against it")
        .doesNotContain("accepts API keys only", "risk:");
  }

  @Test
  void theServiceThatIsCalledIsAsked() throws IOException {
    String app =
        APP.replace("AZURE_OPENAI_ENDPOINT", "AZURE_SEARCH_ENDPOINT")
            .replace("ai.openai.azure.com/", "docs.search.windows.net");
    assertThat(explained(services("", "") + app, "app", "docs", "search-keys-only"))
        .contains("✗ service accepts tokens 'docs' accepts API keys only");
  }

  @Test
  void aCallerThatIsNotTrustedKeepsNobodyElseOut() throws IOException {
    String template =
        services("publicNetworkAccess: 'Disabled', networkAcls: { bypass: 'None' }", "") + APP;
    assertThat(explained(template, "docs", "ai", "missing-trusted-services-bypass"))
        .contains("✗ network path 'ai' is closed to public networks");
    assertThat(explained(template, "app", "ai", "missing-trusted-services-bypass"))
        .contains("✓ network path private endpoint way");
  }

  @Test
  void aServiceOfAzureIsLetInByBypassOrComesByALinkOfItsOwn() throws IOException {
    String off = "publicNetworkAccess: 'Disabled'";
    String rule = "missing-trusted-services-bypass";
    String admits = services(off + ", networkAcls: { bypass: 'AzureServices' }", "");
    assertThat(explained(admits, "docs", "ai", rule))
        .contains("✓ network path `bypass` lets services of Azure in");
    String link =
        """
        resource link 'Microsoft.Search/searchServices/sharedPrivateLinkResources@2025-05-01' = {
          parent: docs
          name: 'link'
          properties: { privateLinkResourceId: ai.id, groupId: 'openai_account' }
        }
        """;
    assertThat(
            explained(
                services(off + ", networkAcls: { bypass: 'None' }", "") + link, "docs", "ai", rule))
        .contains("✓ network path it has a private link of its own");
    assertThat(explained(services(off, ""), "docs", "ai", rule))
        .contains("? network path can't be");
  }

  @Test
  void theOtherContainerOfAnAppHasItsOwnClientId() throws IOException {
    String template = services("", "") + TWO_CONTAINERS;
    assertThat(explained(template, "pair", "ai", "unattached-client-id"))
        .contains("✓ identity selected mine, by AZURE_CLIENT_ID");
    assertThat(explained(template, "pair", "docs", "unattached-client-id"))
        .contains("✗ identity selected 'pair' asks for a token of an identity");
  }
}
