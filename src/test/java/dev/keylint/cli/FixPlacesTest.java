package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where `keylint fix` changes a value that came from afar.
final class FixPlacesTest {
  private static final Keylint KEYLINT = Keylint.with("search-local-auth", "caller-can-manage");

  private static final String CALL =
      """
      module docs 'br:contoso.azurecr.io/search/service:v1' = {
        params: {
          name: 'docs'
        }
      }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void registry() throws IOException {
    Files.createDirectories(folder.resolve("registry"));
  }

  private Fixes fixes() {
    return Fixes.in(KEYLINT, folder, "--unsafe", "--registry-dir=registry", "main.bicep");
  }

  private Path write(String name, String text) throws IOException {
    return fixes().write(name, text);
  }

  private Path publish(String properties) throws IOException {
    return write(
        "registry/contoso.azurecr.io/search/service/v1/main.json",
        """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "contentVersion": "1.0.0.0",
          "parameters": {"name": {"type": "string"},
                         "keysOff": {"type": "bool", "defaultValue": false}},
          "resources": [
            {"type": "Microsoft.Search/searchServices", "apiVersion": "2025-05-01",
             "name": "[parameters('name')]",
             "properties": PROPERTIES}
          ]
        }
        """
            .replace("PROPERTIES", properties));
  }

  private Scanned fix() {
    return fixes().run();
  }

  @Test
  void theArgumentOfAPublishedModule() throws IOException {
    Path module = publish("{\"disableLocalAuth\": \"[parameters('keysOff')]\"}");
    String published = Files.readString(module);
    String call = CALL.replace("'docs'\n", "'docs'\n    keysOff: false // yet\n");
    Path main = write("main.bicep", call);
    assertThat(fix().out()).startsWith("fixed ").endsWith("none remain\n");
    assertThat(main).hasContent(call.replace("false", "true"));
    assertThat(module).hasContent(published);
  }

  @Test
  void anArgumentThatAPublishedModuleTakesIsAdded() throws IOException {
    publish("{\"disableLocalAuth\": \"[parameters('keysOff')]\"}");
    Path main = write("main.bicep", CALL);
    assertThat(fix().out()).startsWith("fixed ").endsWith("none remain\n");
    assertThat(main).hasContent(CALL.replace("'docs'\n", "'docs'\n    keysOff: true\n"));
  }

  @Test
  void nothingInAPublishedModule() throws IOException {
    Path module = publish("{\"disableLocalAuth\": false}");
    String published = Files.readString(module);
    Path main = write("main.bicep", CALL);
    Scanned run = fix();
    assertThat(run.out()).contains("it stands in a published module, and no argument brings it");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(main).hasContent(CALL);
    assertThat(module).hasContent(published);
  }

  @Test
  void anItemOfALoop() throws IOException {
    String text =
        """
        var services = [
          { name: 'one', off: true }
          { name: 'two', off: false }
        ]
        resource all 'Microsoft.Search/searchServices@2025-05-01' = [
          for it in services: {
            name: it.name
            properties: {
              disableLocalAuth: it.off
            }
          }
        ]
        """;
    Path main = write("main.bicep", text);
    assertThat(fix().out()).startsWith("fixed ").endsWith("none remain\n");
    assertThat(main).hasContent(text.replace("off: false", "off: true"));
  }

  @Test
  void aResourceInAConditionOrLoop() throws IOException {
    String text =
        """
        param wanted bool = true
        resource one 'Microsoft.Search/searchServices@2025-05-01' = if (wanted) {
          name: 'one'
        }
        resource many 'Microsoft.Search/searchServices@2025-05-01' = [
          for i in range(0, 2): if (wanted) {
            name: 'many${i}'
          }
        ]
        """;
    Path main = write("main.bicep", text);
    assertThat(fix().out()).startsWith("fixed ").endsWith("none remain\n");
    assertThat(main)
        .hasContent(
            text.replace("'one'\n", "'one'\n  properties: {\n    disableLocalAuth: true\n  }\n")
                .replace(
                    "'many${i}'\n",
                    "'many${i}'\n    properties: {\n      disableLocalAuth: true\n    }\n"));
  }

  private static final String CONTRIBUTOR = "b24988ac-6180-42a0-ab88-20f7382dd24c";
  private static final String USER = "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd";

  private static String grant(String role, String named) {
    return Fixes.grant(role, named);
  }

  private void isFixed(String before, String after) throws IOException {
    fixes().isFixed("main.bicep", before, after);
  }

  @Test
  void whatAReplacedRuleSaysAfterwardsIsNotNew() throws IOException {
    String text =
        grant("'/providers/Microsoft.Authorization/roleDefinitions/" + CONTRIBUTOR + "'", "'x'")
            .replace("  scope: ai\n", "");
    Path main = write("main.bicep", text);
    Scanned run =
        Keylint.with("caller-can-manage", "role-scope-too-broad")
            .run(folder, "fix", "--unsafe", "main.bicep");
    assertThat(run.out())
        .startsWith("fixed caller-can-manage")
        .contains("fixed role-scope-too-broad", "none remain");
    assertThat(main).content().contains(USER, "  scope: ai\n");
  }

  @Test
  void aRoleByItsVariableThatNobodyElseReads() throws IOException {
    String text =
        "var role = '"
            + CONTRIBUTOR
            + "'\n"
            + grant(
                "subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)", "role");
    isFixed(text, text.replace(CONTRIBUTOR, USER));
  }

  @Test
  void aRoleOutOfATableOfRoles() throws IOException {
    String text =
        "var roles = { contributor: '"
            + CONTRIBUTOR
            + "' }\n"
            + grant(
                "subscriptionResourceId('Microsoft.Authorization/roleDefinitions',"
                    + " roles.contributor)",
                "'x'")
            + "output all object = roles\n";
    isFixed(text, text.replace("roles.contributor", "'" + USER + "'"));
  }

  @Test
  void aRoleThatIsReferredTo() throws IOException {
    String text =
        "resource role 'Microsoft.Authorization/roleDefinitions@2022-04-01' existing = {\n"
            + "  scope: subscription()\n  name: '"
            + CONTRIBUTOR
            + "'\n}\n"
            + grant("role.id", "role.id");
    isFixed(text, text.replace(CONTRIBUTOR, USER));
  }

  @Test
  void aRoleInJson() throws IOException {
    String text =
        """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "contentVersion": "1.0.0.0",
          "variables": {"role": "%s", "other": "[variables('role')]"},
          "resources": [
            {"type": "Microsoft.Web/sites", "apiVersion": "2024-04-01", "name": "app",
             "identity": {"type": "SystemAssigned"}},
            {"type": "Microsoft.CognitiveServices/accounts", "apiVersion": "2025-06-01", "name": "ai", "kind": "OpenAI"},
            {"type": "Microsoft.Authorization/roleAssignments", "apiVersion": "2022-04-01",
             "name": "[guid('x')]",
             "scope": "[resourceId('Microsoft.CognitiveServices/accounts', 'ai')]",
             "properties": {
               "roleDefinitionId": "[subscriptionResourceId('Microsoft.Authorization/roleDefinitions', variables('role'))]",
               "principalId": "[reference(resourceId('Microsoft.Web/sites', 'app'), '2024-04-01', 'full').identity.principalId]"
             }}
          ]
        }
        """
            .replace("%s", CONTRIBUTOR);
    Path main = write("azuredeploy.json", text);
    Scanned run = KEYLINT.run(folder, "fix", "--unsafe");
    assertThat(run.out()).startsWith("fixed ").endsWith("none remain\n");
    assertThat(main).hasContent(text.replace("', variables('role'))", "', '" + USER + "')"));
  }
}
