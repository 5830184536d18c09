package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes with a key: nothing that is no use without it stays.
final class FixRemovalsTest {
  private static final Keylint KEYLINT =
      Keylint.with("key-in-app-setting", "list-keys-without-keys");

  private static final String ACCOUNT =
      """
      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'ai'
        kind: 'OpenAI'
        properties: { disableLocalAuth: OFF }
      }
      """;

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private void isFixed(boolean keysOff, String before, String after) throws IOException {
    String account = ACCOUNT.replace("OFF", String.valueOf(keysOff));
    Path main = write("main.bicep", account + before);
    assertThat(KEYLINT.run(folder, "fix", "--unsafe").out()).endsWith("none remain\n");
    assertThat(main).hasContent(account + after);
  }

  @Test
  void aVariableOfADeploymentScript() throws IOException {
    String text =
        """
        resource script 'Microsoft.Resources/deploymentScripts@2023-08-01' = {
          name: 'load'
          kind: 'AzureCLI'
          properties: {
            azCliVersion: '2.60.0'
            retentionInterval: 'PT1H'
            environmentVariables: [
              { name: 'ENDPOINT', value: 'https://ai.openai.azure.com' }
              { name: 'KEY', secureValue: ai.listKeys().key1 }
            ]
            scriptContent: 'echo'
          }
        }
        """;
    String after = text.replace("      { name: 'KEY', secureValue: ai.listKeys().key1 }\n", "");
    isFixed(false, text, after);
    isFixed(true, text, after);
  }

  @Test
  void whatIsUsedElsewhereSaysWhere() throws IOException {
    String text =
        ACCOUNT.replace("OFF", "false")
            + """
            resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
              name: 'vault'
            }
            resource key 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
              parent: vault
              name: 'openai'
              properties: { value: ai.listKeys().key1 }
            }
            output where string = key.properties.secretUri
            """;
    write("main.bicep", text);
    assertThat(Keylint.with("key-copied-to-key-vault").run(folder, "fix", "--unsafe").out())
        .contains("`key` is used at main.bicep:14:23");
  }

  @Test
  void aSecretOfAContainerAppThatIsUsedElsewhereSaysWhere() throws IOException {
    Keylint keylint = Keylint.with("key-in-app-setting");
    write("main.bicep", ACCOUNT.replace("OFF", "false") + CONTAINER);
    assertThat(keylint.run(folder, "fix", "--unsafe").out())
        .contains("the secret `key` is used at main.bicep:13:");
    Files.delete(folder.resolve("main.bicep"));
    write("main.json", JSON);
    assertThat(keylint.run(folder, "fix", "--unsafe").out())
        .contains("the secret `key` is used at main.json:16:");
  }

  private static final String CONTAINER =
      """
      resource app 'Microsoft.App/containerApps@2024-03-01' = {
        name: 'app'
        properties: {
          configuration: {
            secrets: [
              { name: 'key', value: ai.listKeys().key1 }
            ]
            registries: [{ server: 'x.azurecr.io', passwordSecretRef: 'key' }]
          }
          template: {
            containers: [
              { name: 'main', image: 'x', env: [{ name: 'AZURE_OPENAI_API_KEY', secretRef: 'key' }] }
            ]
          }
        }
      }
      """;

  private static final String JSON =
      """
      {
        "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
        "contentVersion": "1.0.0.0",
        "resources": [
          {
            "type": "Microsoft.CognitiveServices/accounts", "apiVersion": "2025-06-01", "name": "ai",
            "kind": "OpenAI", "properties": {}
          },
          {
            "type": "Microsoft.App/containerApps", "apiVersion": "2024-03-01", "name": "app",
            "properties": {
              "configuration": {
                "secrets": [
                  {"name": "key", "value": "[listKeys(resourceId('Microsoft.CognitiveServices/accounts', 'ai'), '2025-06-01').key1]"}
                ],
                "registries": [{"server": "x.azurecr.io", "passwordSecretRef": "key"}]
              },
              "template": {
                "containers": [
                  {"name": "main", "image": "x", "env": [{"name": "AZURE_OPENAI_API_KEY", "secretRef": "key"}]}
                ]
              }
            }
          }
        ]
      }
      """;

  @Test
  void aConnectionString() throws IOException {
    String text =
        """
        resource site 'Microsoft.Web/sites@2024-04-01' = {
          name: 'chat'
          properties: {
            siteConfig: {
              connectionStrings: [
                {
                  name: 'OpenAI'
                  type: 'Custom'
                  connectionString: 'Endpoint=https://ai.openai.azure.com/;Key=${ai.listKeys().key1}'
                }
                { name: 'other', type: 'Custom', connectionString: 'x' }
              ]
            }
          }
        }
        resource config 'Microsoft.Web/sites/config@2024-04-01' = {
          parent: site
          name: 'connectionstrings'
          properties: {
            OpenAI: { value: ai.listKeys().key1, type: 'Custom' }
            Other: { value: 'x', type: 'Custom' }
          }
        }
        """;
    int start = text.indexOf("        {\n          name: 'OpenAI'");
    int end = text.indexOf("        { name: 'other'");
    isFixed(
        false,
        text,
        (text.substring(0, start) + text.substring(end))
            .replace("    OpenAI: { value: ai.listKeys().key1, type: 'Custom' }\n", ""));
  }

  @Test
  void aSecretOfAContainerAppAndItsVariable() throws IOException {
    String text =
        """
        resource app 'Microsoft.App/containerApps@2025-01-01' = {
          name: 'chat'
          properties: {
            configuration: {
              secrets: [
                { name: 'openai-key', value: ai.listKeys().key1 }
                { name: 'other', value: 'x' }
              ]
            }
            template: {
              containers: [
                {
                  name: 'main'
                  env: [
                    { name: 'OTHER', secretRef: 'other' }
                    { name: 'AZURE_OPENAI_KEY', secretRef: 'openai-key' } // for now
                  ]
                }
              ]
            }
          }
        }
        """;
    isFixed(
        false,
        text,
        text.replace("        { name: 'openai-key', value: ai.listKeys().key1 }\n", "")
            .replace(
                "            { name: 'AZURE_OPENAI_KEY', secretRef: 'openai-key' } // for now\n",
                ""));
  }

  @Test
  void aConnectionSignsInInstead() throws IOException {
    String text =
        """
        resource connection 'Microsoft.CognitiveServices/accounts/connections@2025-06-01' = {
          name: 'hub/openai'
          properties: {
            category: 'AzureOpenAI'
            authType: 'ApiKey'
            target: ai.properties.endpoint
            credentials: {
              key: ai.listKeys().key2
            }
          }
        }
        """;
    isFixed(
        true,
        text,
        text.replace("'ApiKey'", "'AAD'")
            .replace("    credentials: {\n      key: ai.listKeys().key2\n    }\n", ""));
  }

  @Test
  void theSameInJson() throws IOException {
    String text =
        """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "contentVersion": "1.0.0.0",
          "resources": [
            {"type": "Microsoft.CognitiveServices/accounts", "apiVersion": "2025-06-01", "name": "ai", "kind": "OpenAI"},
            {"type": "Microsoft.App/containerApps", "apiVersion": "2025-01-01", "name": "chat",
             "properties": {
               "configuration": {
                 "secrets": [
                   {"name": "openai-key", "value": "[listKeys(resourceId('Microsoft.CognitiveServices/accounts', 'ai'), '2025-06-01').key1]"},
                   {"name": "other", "value": "x"}
                 ]
               },
               "template": {"containers": [{"name": "main", "env": [
                 {"name": "OTHER", "secretRef": "other"},
                 {"name": "AZURE_OPENAI_KEY", "secretRef": "openai-key"}
               ]}]}
             }}
          ]
        }
        """;
    Path main = write("azuredeploy.json", text);
    assertThat(KEYLINT.run(folder, "fix", "--unsafe").out()).endsWith("none remain\n");
    assertThat(main)
        .content()
        .doesNotContain("openai-key", "AZURE_OPENAI_KEY")
        .contains("\"OTHER\", \"secretRef\": \"other\"", "{\"name\": \"other\"");
  }
}
