package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who can call what, as `keylint access` tells it.
final class AccessCommandTest {
  private static final String TEMPLATE =
      """
      param audience string
      resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'oai'
        kind: 'OpenAI'
        properties: { disableLocalAuth: true, customSubDomainName: 'oai' }
        resource gpt 'deployments' = {
          name: 'chat-model'
          properties: { model: { format: 'OpenAI', name: 'gpt-4o' } }
        }
      }
      resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'docs'
        properties: {}
      }
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'chat'
        identity: { type: 'SystemAssigned' }
        properties: {
          siteConfig: {
            appSettings: [
              { name: 'AZURE_OPENAI_ENDPOINT', value: oai.properties.endpoint }
              { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://docs.search.windows.net' }
            ]
          }
        }
      }
      resource batch 'Microsoft.Web/sites@2024-04-01' = {
        name: 'batch'
        properties: {
          siteConfig: {
            appSettings: [
              { name: 'AZURE_SEARCH_ENDPOINT', value: 'https://docs.search.windows.net' }
              { name: 'AZURE_SEARCH_KEY', value: docs.listAdminKeys().primaryKey }
            ]
          }
        }
      }
      resource flow 'Microsoft.Logic/workflows@2019-05-01' = {
        name: 'flow'
        identity: { type: 'SystemAssigned' }
        properties: {
          definition: {
            actions: {
              ask: {
                type: 'Http'
                inputs: {
                  method: 'POST'
                  uri: 'https://oai.openai.azure.com/openai/v1/responses'
                  authentication: { type: 'ManagedServiceIdentity', audience: audience }
                }
              }
            }
          }
        }
      }
      resource spare 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
        name: 'id-spare'
      }
      resource user 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid('user')
        scope: oai
        properties: {
          principalId: app.identity.principalId
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
          principalType: 'ServicePrincipal'
        }
      }
      resource reader 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid('reader')
        properties: {
          principalId: spare.properties.principalId
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '1407120a-92aa-4202-b7e9-c0e197c71c8f')
          principalType: 'ServicePrincipal'
        }
      }
      resource person 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid('person')
        scope: oai
        properties: {
          principalId: '0f0f0f0f-1111-4222-8333-444455556666'
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
          principalType: 'User'
        }
      }
      """;

  @TempDir Path folder;

  private Scanned access(String... options) throws IOException {
    Files.writeString(folder.resolve("main.bicep"), TEMPLATE);
    String[] all = new String[options.length + 1];
    all[0] = "access";
    System.arraycopy(options, 0, all, 1, options.length);
    // So wide that each row has a line of its own.
    return new Keylint(Keylint.SAMPLE.rules(), Map.of("COLUMNS", "200")).run(folder, all);
  }

  @Test
  void anAccountWithoutModelsIsNamedSo() throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"),
        """
        resource filter 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
          name: 'filter'
          kind: 'ContentSafety'
          properties: { customSubDomainName: 'filter' }
        }
        resource app 'Microsoft.Web/sites@2024-04-01' = {
          name: 'app'
          identity: { type: 'SystemAssigned' }
          properties: { siteConfig: { appSettings: [
            { name: 'ContentSafetyUrl', value: filter.properties.endpoint }
          ] } }
        }
        """);
    assertThat(Keylint.SAMPLE.run(folder, "access").outWords())
        .contains("accounts of kind `ContentSafety` serve no models and are not looked at")
        .doesNotContain("not declared here");
  }

  @Test
  void eachServiceHasATable() throws IOException {
    Scanned run = access();
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out().lines())
        .containsSubsequence("oai (account): chat-model (gpt-4o)", "docs (search)")
        .anyMatch(it ->
            it.matches(
                "  ✓ chat +token +as system-assigned of chat +Cognitive Services OpenAI User"
                    + " at oai +main.bicep:21:42"))
        .anyMatch(it -> it.matches("  \\? flow +token .*"))
        .anyMatch(it ->
            it.matches(
                "  · 0f0f0f0f-1111-4222-8333-444455556666 +no call seen .*OpenAI User at oai.*"))
        .anyMatch(it -> it.matches("  ✗ chat +token +as system-assigned of chat +- .*"))
        .anyMatch(it -> it.matches("  ✓ batch +key .*"))
        .anyMatch(it ->
            it.matches(
                "  · id-spare +no call seen .*Search Index Data Reader at the resource group.*"));
  }

  @Test
  void aChainSaysWhatIsBrokenAndHowToRepairIt() throws IOException {
    Scanned run = access("--explain", "chat", "docs");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .containsSubsequence(
            "chat → docs (search)",
            "✓ identity attached           system-assigned of chat  (main.bicep:15:1)",
            "✓ identity selected           system-assigned of chat",
            "✓ endpoint                    docs.search.windows.net is docs",
            "✗ service accepts tokens      'docs' accepts API keys only",
            "✓ audience                    nothing names one",
            "? role grants the data action",
            "The call fails: 401 or 403",
            "Repair: Set disableLocalAuth to true");
  }

  @Test
  void aChainThatHoldsSaysSo() throws IOException {
    assertThat(access("--explain", "chat", "oai").out())
        .contains("role grants the data action Cognitive Services OpenAI User at oai")
        .contains("The call works, as far as the template shows.")
        .doesNotContain("✗", "? ");
  }

  @Test
  void whatCantBeToldIsNoFailure() throws IOException {
    assertThat(access("--explain", "flow", "oai").out())
        .contains("? audience                    can't be told: parameter `audience`")
        .contains("Nothing is wrong as far as it can be told; see the ? above.");
  }

  @Test
  void aCallByKeyNeedsNoIdentity() throws IOException {
    assertThat(access("--explain", "batch", "docs").out())
        .contains("signs in with a key", "keys are accepted")
        .doesNotContain("identity attached", "audience  ", "role grants");
  }

  @Test
  void namesThatAreNotThereAreNamed() throws IOException {
    Scanned run = access("--explain", "chat1", "docs");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("no call from `chat1` to `docs` is seen; perhaps `chat` is meant");
    assertThat(access("--explain", "batch", "nowhere").err())
        .contains("services that `batch` calls: `docs`");
    assertThat(access("--explain", "somebody", "oai").err())
        .contains("callers that are seen: `batch`, `chat`, `flow`; services: `docs`, `oai`");
  }

  @Test
  void oneIdentityCanBeAskedFor() throws IOException {
    assertThat(access("--for", "0F0F0F0F-1111-4222-8333-444455556666").out())
        .contains("oai (account)", "Cognitive Services OpenAI User at oai")
        .doesNotContain("chat  ", "docs");
    assertThat(access("--for", "id-spare").out()).contains("docs (search)").doesNotContain("oai");
    assertThat(access("--for", "nobody").exit()).isEqualTo(2);
    assertThat(access("--for", "id-spar").err()).contains("perhaps `id-spare` is meant");
  }

  @Test
  void programsGetCsvAndJson() throws IOException {
    assertThat(access("-o", "csv").out())
        .contains("\"caller\",\"callerType\"")
        .contains("\"no\",\"service accepts tokens: 'docs' accepts API keys only")
        .contains(
            "\"chat\",\"Microsoft.Web/sites\",\"system-assigned of chat\",\"oai\",\"account\"");
    assertThat(access("-o", "json=out/access.json").exit()).isEqualTo(2);
    assertThat(access("-o", "json=access.json").out()).isEmpty();
    assertThat(access("-o", "json=-").out()).isEqualTo(access("-o", "json").out());
    assertThat(access("-o", "json=/dev/stdout").out()).startsWith("{");
    assertThat(Files.readString(folder.resolve("access.json")))
        .contains("\"verdict\": \"no\"", "\"link\": \"tokens\"", "\"answer\": \"401 or 403");
    assertThat(access("-o", "xml").err()).contains("`xml` is no format: use text, json, csv");
  }

  @Test
  void whatCouldNotBeReadIsSaid() throws IOException {
    Files.writeString(folder.resolve("broken.bicep"), "resource x 'a' = {");
    Scanned run = access();
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("broken.bicep:1:");
    assertThat(run.out()).contains("oai (account)");
  }

  /// Whoever reads that nobody calls a service should know what was not seen.
  @Test
  void settingsThatAreNotKnownAreSaid() throws IOException {
    Files.writeString(
        folder.resolve("app.bicep"),
        """
        param names array
        resource app 'Microsoft.Web/sites@2024-04-01' = {
          name: 'filled'
          properties: { siteConfig: { appSettings: names } }
        }
        """);
    Scanned run = access();
    assertThat(run.exit()).isZero();
    assertThat(run.err())
        .contains(
            "app.bicep:2:1: not all settings of `filled` are known, as parameter `names` has no"
                + " value: its calls may differ")
        .doesNotContain("`chat`", "`batch`");
  }

  @Test
  void whatIsSaidBesideShowsNoSecret() throws IOException {
    Files.writeString(
        folder.resolve("app.bicep"),
        """
        param names array
        @secure()
        param who string = 'very-own-name'
        resource app 'Microsoft.Web/sites@2024-04-01' = {
          name: who
          properties: { siteConfig: { appSettings: names } }
        }
        """);
    assertThat(access().err()).contains("not all settings of").doesNotContain("very-own-name");
  }
}
