package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Role assignments that are left out: said when it is known who would get them.
final class LeftOutGrantsTest {
  private static final Keylint RULE = Keylint.with("caller-can-manage");
  private static final String WORLD =
      """
      resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'acct'
        kind: 'OpenAI'
        location: 'westeurope'
        sku: { name: 'S0' }
        properties: { disableLocalAuth: true }
      }
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        location: 'westeurope'
        identity: { type: 'SystemAssigned' }
      }
      """;
  private static final String GRANT =
      """
      resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = GATE {
        name: guid('a')
        scope: account
        properties: {
          principalId: PRINCIPAL
          principalType: TYPE
          roleDefinitionId: subscriptionResourceId(
            'Microsoft.Authorization/roleDefinitions', 'b24988ac-6180-42a0-ab88-20f7382dd24c')
        }
      }END
      """;

  @TempDir Path folder;

  private List<String> warnings(String bicep) throws IOException {
    Files.writeString(folder.resolve("main.bicep"), bicep);
    Scanned scanned = RULE.scan(folder);
    assertThat(scanned.out()).contains("1 declaration left out");
    return scanned.verdicts().stream()
        .filter(it -> it.kind().equals("fail"))
        .map(it -> it.level() + " " + it.message())
        .toList();
  }

  private static String loop(String over, String principal, String type) {
    return GRANT
        .replace("GATE", "[for one in " + over + ":")
        .replace("END", "]")
        .replace("PRINCIPAL", principal)
        .replace("TYPE", type);
  }

  @Test
  void oneToAnIdentityThatIsHereIsSaid() throws IOException {
    String off =
        GRANT
            .replace("GATE", "if (more)")
            .replace("END", "")
            .replace("PRINCIPAL", "app.identity.principalId")
            .replace("TYPE", "'ServicePrincipal'");
    assertThat(warnings("param more bool = false\n" + WORLD + off))
        .singleElement()
        .asString()
        .startsWith("warning If `more` were true: Role 'Contributor' lets app reconfigure acct");
  }

  @Test
  void whoeverAListNamesMayBeAnybody() throws IOException {
    String all = "param all array = []\n" + WORLD;
    assertThat(warnings(all + loop("all", "one.principalId", "one.?principalType"))).isEmpty();
    assertThat(
            warnings(
                all
                    + "var made = [for each in all: union(each, { role: 'x' })]\n"
                    + loop("made", "one.principalId", "one.?principalType")))
        .isEmpty();
  }

  /// Such a list decides only how often.
  @Test
  void aListMayAlsoNameSomebodyWhoIsHere() throws IOException {
    String all = "param all array = []\n" + WORLD;
    assertThat(warnings(all + loop("all", "app.identity.principalId", "'ServicePrincipal'")))
        .hasSize(1);
  }
}
