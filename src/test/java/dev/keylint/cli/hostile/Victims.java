package dev.keylint.cli.hostile;

import java.util.Map;
import java.util.stream.Collectors;

/// Templates that use one value wherever rules, the graph and reports look.
final class Victims {
  static final String SCHEMA =
      "\"$schema\":"
          + " \"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\","
          + " \"contentVersion\": \"1.0.0.0\"";

  private Victims() {}

  /// A template of these variables, in which the variable `bomb` goes off.
  static String template(Dialect dialect, Map<String, String> variables) {
    return switch (dialect) {
      case BICEP -> bicep(variables);
      case ARM -> arm(variables);
    };
  }

  private static String bicep(Map<String, String> variables) {
    return "param p string\nparam q object\n"
        + variables.entrySet().stream()
            .map(it -> "var " + it.getKey() + " = " + it.getValue() + "\n")
            .collect(Collectors.joining())
        + """
        resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
          name: 'a'
          kind: 'OpenAI'
          properties: { disableLocalAuth: bomb, customSubDomainName: bomb, networkAcls: bomb }
        }
        resource site 'Microsoft.Web/sites@2023-12-01' = {
          name: 's'
          identity: { type: 'SystemAssigned' }
          properties: { siteConfig: { appSettings: [
            { name: 'AZURE_OPENAI_ENDPOINT', value: bomb }
            { name: 'AZURE_OPENAI_API_KEY', value: string(bomb) }
          ] } }
        }
        resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
          name: guid(string(bomb))
          scope: account
          properties: { principalId: site.identity.principalId, roleDefinitionId: bomb }
        }
        resource named 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'n${string(bomb)}'
          properties: { disableLocalAuth: empty(bomb) }
        }
        output out object = bomb
        """;
  }

  private static String arm(Map<String, String> variables) {
    return "{ "
        + SCHEMA
        + ", \"parameters\": {\"p\": {\"type\": \"string\"}, \"q\": {\"type\": \"object\"}},"
        + " \"variables\": {"
        + variables.entrySet().stream()
            .map(it -> "\"" + it.getKey() + "\": " + json("[" + it.getValue() + "]"))
            .collect(Collectors.joining(",\n"))
        + "},\n"
        + """
        "resources": [
          {"type": "Microsoft.CognitiveServices/accounts", "apiVersion": "2025-06-01", "name": "a", "kind": "OpenAI",
            "properties": {"disableLocalAuth": "[variables('bomb')]", "customSubDomainName": "[variables('bomb')]",
              "networkAcls": "[variables('bomb')]"}},
          {"type": "Microsoft.Web/sites", "apiVersion": "2023-12-01", "name": "s", "identity": {"type": "SystemAssigned"},
            "properties": {"siteConfig": {"appSettings": [
              {"name": "AZURE_OPENAI_ENDPOINT", "value": "[variables('bomb')]"},
              {"name": "AZURE_OPENAI_API_KEY", "value": "[string(variables('bomb'))]"}]}}},
          {"type": "Microsoft.Authorization/roleAssignments", "apiVersion": "2022-04-01",
            "name": "[guid(string(variables('bomb')))]", "scope": "[resourceId('Microsoft.CognitiveServices/accounts', 'a')]",
            "properties": {"principalId": "[reference('s', '2023-12-01', 'Full').identity.principalId]",
              "roleDefinitionId": "[variables('bomb')]"}},
          {"type": "Microsoft.Search/searchServices", "apiVersion": "2025-05-01",
            "name": "[concat('n', string(variables('bomb')))]",
            "properties": {"disableLocalAuth": "[empty(variables('bomb'))]"}}
        ],
        "outputs": {"out": {"type": "object", "value": "[variables('bomb')]"}} }
        """;
  }

  static String json(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
