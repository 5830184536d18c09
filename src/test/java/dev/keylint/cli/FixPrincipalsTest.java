package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ids of identities that come from afar: `keylint fix` says where people have to decide.
final class FixPrincipalsTest {
  private static final String MODULE =
      """
      param principalId string
      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
        name: 'ai'
      }
      resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid(ai.id, principalId, 'x')
        scope: ai
        properties: {
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
          principalId: ID
        }
      }
      """;

  private static final String MAIN =
      """
      resource me 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
        name: 'me'
      }
      module grant 'MODULE' = {
        params: {
          principalId: me.properties.clientId
        }
      }
      """;

  private static final String ADVICE =
      ": it comes from `principalId: me.properties.clientId` at main.bicep:6:5: change `.clientId`"
          + " to `.principalId` there, unless what is called needs the old one for something"
          + " else\n";

  @TempDir private Path folder;

  private Scanned fix(String module, String id) throws IOException {
    Fixes fixes = Fixes.in(Keylint.with("client-id-as-principal"), folder, "main.bicep");
    fixes.write("role.bicep", MODULE.replace("ID", id));
    fixes.write("main.bicep", MAIN.replace("MODULE", module));
    return fixes.run();
  }

  @Test
  void theArgumentThatBringsIt() throws IOException {
    assertThat(fix("role.bicep", "principalId").out())
        .startsWith("not fixed client-id-as-principal at role.bicep:10:5" + ADVICE);
  }

  @Test
  void throughAModuleBetween() throws IOException {
    Fixes.in(Keylint.SAMPLE, folder)
        .write(
            "between.bicep",
            """
            param principalId string
            module inner 'role.bicep' = {
              params: { principalId: principalId }
            }
            """);
    assertThat(fix("between.bicep", "principalId").out())
        .startsWith("not fixed client-id-as-principal at role.bicep:10:5" + ADVICE);
  }
}
