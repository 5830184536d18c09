package dev.keylint.cli;

import java.io.IOException;
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

  @TempDir private Path folder;

  private Fixes fixes() {
    return Fixes.in(KEYLINT, folder);
  }

  private static String grant(String role) {
    return Fixes.grant(role, "'x'");
  }

  private void isFixed(String before, String after) throws IOException {
    fixes().isFixed("main.bicep", before, after);
  }

  @Test
  void aNameAlone() throws IOException {
    isFixed(grant("'" + NAME + "'"), grant(ID));
  }

  @Test
  void aNameInAnId() throws IOException {
    isFixed(grant(ID.replace(USER, NAME)), grant(ID));
  }

  @Test
  void aNameInAVariable() throws IOException {
    String text = "var role = '" + NAME + "'\n" + grant("role");
    isFixed(text, text.replace("'" + NAME + "'", ID));
  }

  @Test
  void aParameterFileCallsNoFunction() throws IOException {
    String text = "param role string\n" + grant("role");
    fixes().write("main.bicep", text);
    String values = "using 'main.bicep'\nparam role = '";
    fixes()
        .isFixed(
            "main.bicepparam",
            values + NAME + "'\n",
            values + "/providers/Microsoft.Authorization/roleDefinitions/" + USER + "'\n");
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
    fixes()
        .isFixed("azuredeploy.json", text.replace("%s", NAME), text.replace("%s", "[" + ID + "]"));
  }
}
