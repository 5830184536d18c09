package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A finding that was there before is none that a fix brings, whatever its subject is called now.
final class FixNamesakesTest {
  private static final String USER = "a97b65f3-24c7-4388-baec-2e87135dc908";
  private static final String OPENAI_USER = "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd";

  private static final String MAIN =
      """
      module ai 'ai.bicep' = {
        name: 'ai'
      }
      resource me 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
        name: 'me'
      }
      resource you 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
        name: 'you'
      }
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        identity: {
          type: 'UserAssigned'
          userAssignedIdentities: { '${me.id}': {}, '${you.id}': {} }
        }
        properties: {
          siteConfig: {
            appSettings: [
              { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://ai.openai.azure.com/' }
              { name: 'AZURE_CLIENT_ID', value: me.properties.clientId }
            ]
          }
        }
      }
      resource first 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid(resourceGroup().id, 'first')
        properties: {
          principalId: you.properties.principalId
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'acdd72a7-3385-48ef-bd42-f606fba81ae7')
        }
      }
      resource second 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid(resourceGroup().id, 'second')
        properties: {
          principalId: me.properties.principalId
          principalType: 'ServicePrincipal'
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'ROLE')
        }
      }
      """;

  private static final String AI =
      """
      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'ai'
        kind: 'OpenAI'
        properties: { customSubDomainName: 'ai' }
      }
      """;

  @TempDir private Path folder;

  @Test
  void anAssignmentWithAnotherRoleIsTheSameOne() throws IOException {
    Keylint keylint =
        Keylint.with("caller-can-list-keys", "role-scope-too-broad", "missing-principal-type");
    Fixes fixes = Fixes.in(keylint, folder, "--unsafe");
    fixes.write("ai.bicep", AI);
    Path main = fixes.write("main.bicep", MAIN.replace("ROLE", USER));
    assertThat(fixes.run().out())
        // A line comes before the assignment whose role changes.
        .contains("fixed missing-principal-type", "fixed caller-can-list-keys")
        .contains("not fixed role-scope-too-broad")
        .contains("fixed 2 findings in 1 file; 1 finding remains");
    assertThat(main).content().contains("'" + OPENAI_USER + "'").doesNotContain(USER);
  }

  @Test
  void aFaultThatGoesOnUnderAnotherNameIsNotMended() throws IOException {
    Fixes fixes = Fixes.in(Keylint.with(), folder, "--unsafe", "--rules", "own");
    fixes.write("own/no-roles/rule.yaml", NO_ROLES);
    String text = AI + MAIN.substring(MAIN.indexOf("resource me")).replace("ROLE", USER);
    Path main = fixes.write("main.bicep", text);
    assertThat(fixes.run().out())
        .contains("it would bring `no-roles` at main.bicep")
        .contains("2 findings remain");
    assertThat(main).hasContent(text);
  }

  private static final String NO_ROLES =
      """
      id: no-roles
      title: No roles
      severity: error
      precision: high
      since: 1.0.0
      tags: [maintainability]
      match:
        grant: {}
      validations:
        - expression: "false"
          at: grant.role
          message: "There is '{grant.role.name}'."
      remediation: Take another one.
      fix:
        set: {grant.role.id: 'OTHER'}
        safety: safe
      docs:
        why: Nobody is to have any.
      """
          .replace("OTHER", OPENAI_USER);
}
