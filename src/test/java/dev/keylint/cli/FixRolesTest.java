package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names that stand where the id of a role belongs: `keylint fix` writes an id.
final class FixRolesTest {
  private static final Keylint KEYLINT = Keylint.with("malformed-role-id");
  private static final String USER = "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd";
  private static final String NAME = "Cognitive Services OpenAI User";
  private static final String ID =
      "subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '" + USER + "')";

  private static final String GRANT =
      """
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        identity: { type: 'SystemAssigned' }
      }
      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'ai'
        kind: 'OpenAI'
      }
      resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid(ai.id, app.id, 'x')
        scope: ai
        properties: {
          roleDefinitionId: ROLE
          principalId: app.identity.principalId
        }
      }
      """;

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private void isFixed(String before, String after) throws IOException {
    Path main = write("main.bicep", before);
    assertThat(KEYLINT.run(folder, "fix").out()).startsWith("fixed ").endsWith("none remain\n");
    assertThat(main).hasContent(after);
  }

  @Test
  void aNameAlone() throws IOException {
    isFixed(GRANT.replace("ROLE", "'" + NAME + "'"), GRANT.replace("ROLE", ID));
  }

  @Test
  void aNameInAnId() throws IOException {
    isFixed(GRANT.replace("ROLE", ID.replace(USER, NAME)), GRANT.replace("ROLE", ID));
  }

  @Test
  void aNameInAVariable() throws IOException {
    String text = "var role = '" + NAME + "'\n" + GRANT.replace("ROLE", "role");
    isFixed(text, text.replace("'" + NAME + "'", ID));
  }

  @Test
  void aParameterFileCallsNoFunction() throws IOException {
    String text = "param role string\n" + GRANT.replace("ROLE", "role");
    write("main.bicep", text);
    Path values = write("main.bicepparam", "using 'main.bicep'\nparam role = '" + NAME + "'\n");
    assertThat(KEYLINT.run(folder, "fix").out()).startsWith("fixed ").endsWith("none remain\n");
    assertThat(values)
        .hasContent(
            "using 'main.bicep'\nparam role = '/providers/Microsoft.Authorization/roleDefinitions/"
                + USER
                + "'\n");
  }

  @Test
  void aNameInJson() throws IOException {
    String text =
        """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "contentVersion": "1.0.0.0",
          "resources": [
            {"type": "Microsoft.CognitiveServices/accounts", "apiVersion": "2025-06-01", "name": "ai", "kind": "OpenAI"},
            {"type": "Microsoft.Authorization/roleAssignments", "apiVersion": "2022-04-01",
             "name": "[guid('x')]",
             "scope": "[resourceId('Microsoft.CognitiveServices/accounts', 'ai')]",
             "properties": {
               "roleDefinitionId": "%s",
               "principalId": "0a1b2c3d-1111-4222-8333-444455556666"
             }}
          ]
        }
        """;
    Path main = write("azuredeploy.json", text.replace("%s", NAME));
    assertThat(KEYLINT.run(folder, "fix").out()).startsWith("fixed ").endsWith("none remain\n");
    assertThat(main).hasContent(text.replace("%s", "[" + ID + "]"));
  }
}
