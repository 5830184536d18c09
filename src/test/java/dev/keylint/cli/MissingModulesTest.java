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

/// Verified modules that are not here: their path and arguments say enough to join what they give
/// out, and to show what is wrong.
class MissingModulesTest {
  private static final String MAIN =
      """
      param location string

      module id 'br/public:avm/res/managed-identity/user-assigned-identity:0.4.1' = {
        name: 'id-deployment'
        params: { name: 'id-quay', location: location }
      }
      module other 'br/public:avm/res/managed-identity/user-assigned-identity:0.4.1' = {
        name: 'other-deployment'
        params: { name: 'id-pier', location: location }
      }
      module ai 'br/public:avm/res/cognitive-services/account:0.13.2' = {
        name: 'ai-deployment'
        params: {
          name: 'quay-ai'
          kind: 'OpenAI'
          customSubDomainName: 'quay-ai'
          disableLocalAuth: true
          roleAssignments: [
            {
              roleDefinitionIdOrName: 'Cognitive Services OpenAI User'
              principalId: id.outputs.principalId
              principalType: 'ServicePrincipal'
            }
          ]
        }
      }
      module docs 'br/public:avm/res/search/search-service:0.11.1' = {
        name: 'docs-deployment'
        params: {
          name: 'quay-docs'
          disableLocalAuth: true
          managedIdentities: { systemAssigned: true }
        }
      }
      resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid(resourceGroup().id, 'reads')
        properties: {
          principalId: id.outputs.principalId
          principalType: 'ServicePrincipal'
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '1407120a-92aa-4202-b7e9-c0e197c71c8f')
        }
      }
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'quay-app'
        location: location
        identity: {
          type: 'UserAssigned'
          userAssignedIdentities: { '${id.outputs.resourceId}': {} }
        }
        properties: {
          siteConfig: {
            appSettings: [
              { name: 'AZURE_OPENAI_ENDPOINT', value: ai.outputs.endpoint }
              { name: 'AZURE_SEARCH_SERVICE', value: docs.outputs.name }
              { name: 'AZURE_CLIENT_ID', value: id.outputs.clientId }
            ]
          }
        }
      }
      """;

  private static final Keylint RULES =
      Keylint.with(
          "caller-can-list-keys",
          "caller-can-manage",
          "missing-client-id",
          "missing-custom-subdomain",
          "missing-inference-role",
          "missing-search-query-role",
          "openai-local-auth",
          "search-keys-only",
          "search-local-auth",
          "unattached-client-id");

  @TempDir Path folder;

  @Test
  void whatWorksIsSilent() throws IOException {
    Scanned run = scanned(MAIN);
    assertThat(said(run)).as(run.out()).isEmpty();
    assertThat(run.places("missing-inference-role", "pass")).as(run.out()).hasSize(1);
    assertThat(run.places("missing-search-query-role", "pass")).as(run.out()).hasSize(1);
    assertThat(run.places("unattached-client-id", "pass")).as(run.out()).isNotEmpty();
    assertThat(run.places("openai-local-auth", "pass")).as(run.out()).isEmpty();
    assertThat(run.exit()).isEqualTo(3);
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: 'OpenAI'@    customSubDomainName: 'quay-ai'@    disableLocalAuth: true |"
            + " kind: 'OpenAI'@    customSubDomainName: 'quay-ai'@    disableLocalAuth: false |"
            + " openai-local-auth fail main.bicep:17",
        "name: 'quay-docs'@    disableLocalAuth: true |"
            + " name: 'quay-docs'@    disableLocalAuth: false |"
            + " search-local-auth fail main.bicep:31",
        "AZURE_CLIENT_ID', value: id.outputs.clientId |"
            + " AZURE_CLIENT_ID', value: other.outputs.clientId |"
            + " unattached-client-id fail main.bicep:55",
        "Cognitive Services OpenAI User | Cognitive Services Contributor |"
            + " caller-can-manage fail main.bicep:20;missing-inference-role fail main.bicep:53",
        "1407120a-92aa-4202-b7e9-c0e197c71c8f | 7f951dda-4ed3-4680-a7ca-43fe172d538d |"
            + " missing-search-query-role fail main.bicep:54",
        // what the module does on its own is not known
        "disableLocalAuth: true@    managedIdentities | managedIdentities | ''",
        // as when it is told nothing
        "disableLocalAuth: true@    managedIdentities |"
            + " disableLocalAuth: null@    managedIdentities | ''",
        // nor is what a parameter may say
        "roleAssignments: [ | roleAssignments: location == 'x' ? [] : [ |"
            + " missing-inference-role open main.bicep:53",
      })
  void whatIsWrongIsSaid(String from, String to, String said) throws IOException {
    String change = from.replace("@", "\n");
    assertThat(MAIN).contains(change);
    Scanned run = scanned(MAIN.replace(change, to.replace("@", "\n")));
    assertThat(String.join(";", said(run))).as(run.out()).isEqualTo(said);
  }

  @Test
  void scriptsBesideThemStillCount() throws IOException {
    String without =
        MAIN.replace(
            "1407120a-92aa-4202-b7e9-c0e197c71c8f", "7f951dda-4ed3-4680-a7ca-43fe172d538d");
    Files.createDirectories(folder.resolve(".github/workflows"));
    Files.writeString(
        folder.resolve(".github/workflows/a.yml"),
        "jobs: { a: { steps: [{ run: 'az role assignment create --assignee-object-id $ID --role"
            + " $ROLE --scope $S' }] } }\n");
    assertThat(said(scanned(without)))
        .containsExactly("missing-search-query-role open main.bicep:54");
  }

  private Scanned scanned(String main) throws IOException {
    Files.writeString(folder.resolve("main.bicep"), main);
    return RULES.scan(folder);
  }

  private static List<String> said(Scanned run) {
    return run.verdicts().stream()
        .filter(it -> !it.kind().equals("pass"))
        .map(Scanned.Verdict::place)
        .sorted()
        .toList();
  }
}
