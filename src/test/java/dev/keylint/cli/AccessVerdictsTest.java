package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a scan says of grants and calls that are known in part only.
final class AccessVerdictsTest {
  private static final String GRANT =
      """
      resource job 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
        name: 'nightly'
        location: 'westeurope'
      }
      resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid('nightly')
        scope: account
        properties: {
          principalId: job.properties.principalId
          principalType: 'ServicePrincipal'
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void anExistingAccountMayBeOfAnotherKind() throws IOException {
    write(
        "main.bicep",
        """
        param account_name string
        resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
          name: account_name
        }
        """
            + GRANT);
    Scanned scan = Scanned.folder(folder);
    assertThat(scan.places("caller-can-manage", "open")).hasSize(1);
    assertThat(scan.out())
        .contains("the kind of the existing account `account_name` is not known")
        .contains("main.bicep:2:1");
  }

  @Test
  void anAccountForSpeechIsNoneOfOurs() throws IOException {
    write(
        "main.bicep",
        """
        resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
          name: 'talk'
          location: 'westeurope'
          kind: 'SpeechServices'
          sku: { name: 'S0' }
          properties: {}
        }
        """
            + GRANT);
    assertThat(Scanned.folder(folder).verdicts())
        .filteredOn(verdict -> !verdict.kind().equals("notApplicable"))
        .extracting(Scanned.Verdict::rule)
        .doesNotContain("caller-can-manage");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
