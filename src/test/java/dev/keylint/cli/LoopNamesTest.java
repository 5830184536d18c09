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

/// What findings and `access` call one of the resources that a loop makes.
final class LoopNamesTest {
  private static final String OWNER =
      "subscriptionResourceId('Microsoft.Authorization/roleDefinitions',"
          + " '8e3af657-a8ff-443c-a75c-2fe8c4bcb635')";
  private static final String LOOP =
      """
      param n int
      param names array
      resource docs 'Microsoft.Search/searchServices@2025-05-01' = { name: 'docs-1' }
      resource app 'Microsoft.Web/sites@2024-04-01' = [for i in TURNS: {
        name: NAME
        identity: { type: 'SystemAssigned' }
      }]
      resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = ROLES{
        name: guid('role')
        scope: docs
        properties: { principalId: HOLDER, principalType: 'ServicePrincipal', roleDefinitionId: OWNER }
      }END
      """;
  private static final String ARM =
      """
      {
        "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        "contentVersion": "1.0.0.0",
        "parameters": { "n": { "type": "int" }, "names": { "type": "array" } },
        "resources": [
          { "type": "Microsoft.Search/searchServices", "apiVersion": "2025-05-01", "name": "docs-1" },
          {
            "type": "Microsoft.Web/sites",
            "apiVersion": "2024-04-01",
            "name": "[parameters('names')[range(0, TURNS)[copyIndex()]]]",
            "copy": { "name": "app", "count": "[length(range(0, TURNS))]" },
            "identity": { "type": "SystemAssigned" }
          },
          {
            "type": "Microsoft.Authorization/roleAssignments",
            "apiVersion": "2022-04-01",
            "name": "[guid('role')]",
            "scope": "[resourceId('Microsoft.Search/searchServices', 'docs-1')]",
            "properties": {
              "principalId": "[reference(resourceId('Microsoft.Web/sites', parameters('names')[INDEX]), '2024-04-01', 'full').identity.principalId]",
              "principalType": "ServicePrincipal",
              "roleDefinitionId": "[OWNER]"
            }
          }
        ]
      }
      """;

  @TempDir private Path folder;

  private static String loop(String name, String turns, String roles, String holder) {
    return LOOP.replace("NAME", name)
        .replace("TURNS", turns)
        .replace("ROLES", roles)
        .replace("END", roles.isEmpty() ? "" : "]")
        .replace("HOLDER", holder)
        .replace("OWNER", OWNER);
  }

  /// What both say, that is who may manage the service.
  private List<String> called(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
    List<String> said =
        Scanned.folder(folder).verdicts().stream()
            .filter(it -> it.rule().equals("caller-can-manage"))
            .map(it -> it.message().replaceAll(".* lets (.*) reconfigure.*", "$1"))
            .toList();
    String access = Scanned.access(folder).words();
    assertThat(said).allMatch(it -> access.contains("system-assigned of " + it + " "));
    return said;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "names[i]          | range(0, n) |                        | app[0] | app",
        "names[i]          | range(0, n) | [for i in range(0, n): | app[i] | app",
        "names[i]          | range(0, 2) |                        | app[n] | app",
        "names[i]          | range(0, 2) | [for i in range(0, n): | app[i] | app",
        "uniqueString(i)   | names       |                        | app[0] | app",
        "i                 | ['a', 'b']  |                        | app[n] | app",
        "'a-${names[i]}'   | range(0, n) |                        | app[0] | a-…",
        "'a-${i}'          | range(0, 2) |                        | app[1] | a-1",
      })
  void whoHasARoleIsKnownByItsSymbol(
      String name, String turns, String roles, String holder, String called) throws IOException {
    String holding = holder + ".identity.principalId";
    assertThat(called("main.bicep", loop(name, turns, roles == null ? "" : roles, holding)))
        .containsExactly(called);
  }

  @Test
  void soIsOneThatIsOnlyLookedUp() throws IOException {
    String bicep = loop("names[i]", "range(0, n)", "", "app[0].identity.principalId");
    assertThat(
            called(
                "main.bicep", bicep.replace("sites@2024-04-01' =", "sites@2024-04-01' existing =")))
        .containsExactly("app");
  }

  /// Two modules make the same of different names.
  @Test
  void aModuleIsNamedToo() throws IOException {
    Files.writeString(
        folder.resolve("inner.bicep"),
        loop("names[i]", "range(0, n)", "", "app[0].identity.principalId")
            .replace(
                "docs 'Microsoft.Search/searchServices@2025-05-01' =",
                "docs 'Microsoft.Search/searchServices@2025-05-01' existing ="));
    String main =
        """
        param n int
        param some array
        param more array
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = { name: 'docs-1' }
        module one 'inner.bicep' = { name: 'one', params: { n: n, names: some } }
        module two 'inner.bicep' = { name: 'two', params: { n: n, names: more } }
        """;
    Files.writeString(folder.resolve("main.bicep"), main);
    assertThat(Scanned.access(folder).words())
        .contains("system-assigned of app in module one ", "system-assigned of app in module two ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parameters('n') | range(0, parameters('n'))[0] | sites at main.json:7",
        "2               | parameters('n')              | sites at main.json:7",
        "2               | 5                            | {names[5]}",
      })
  void withoutSymbolsItsPlaceIsSaid(String turns, String index, String called) throws IOException {
    String json = ARM.replace("TURNS", turns).replace("INDEX", index).replace("OWNER", OWNER);
    assertThat(called("main.json", json)).containsExactly(called);
  }

  /// A resource that no loop makes is not taken for any of a list.
  @Test
  void anotherResourceIsNotMeant() throws IOException {
    String json =
        ARM.replaceAll(".*\"copy\".*\n", "")
            .replace("range(0, TURNS)[copyIndex()]", "0")
            .replace("INDEX", "parameters('n')")
            .replace("OWNER", OWNER);
    assertThat(Scanned.folder(write(json)).out()).contains("an unknown principal");
  }

  private Path write(String json) throws IOException {
    Files.writeString(folder.resolve("main.json"), json);
    return folder;
  }

  @Test
  void servicesAndIdentitiesAreKnownByTheirSymbols() throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"),
        """
        param n int
        param names array
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = [for i in range(0, n): { name: names[i] }]
        resource own 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = [for i in range(0, n): { name: names[i] }]
        resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
          name: guid('role')
          scope: docs[0]
          properties: {
            principalId: own[0].properties.principalId
            roleDefinitionId: OWNER
          }
        }
        """
            .replace("OWNER", OWNER));
    assertThat(Scanned.folder(folder).words())
        .contains("lets own reconfigure docs.")
        .doesNotContain("an unknown");
    assertThat(Scanned.access(folder).words()).contains("docs (search) · own no call seen");
  }
}
