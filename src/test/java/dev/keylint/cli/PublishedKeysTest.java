package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys that a published module gives out are found where they arrive here.
final class PublishedKeysTest {
  private static final Keylint KEYLINT = Keylint.with("list-keys-without-keys");

  private static final Pattern PLACE =
      Pattern.compile("^error.*\\R(?: {4}.*\\R)* *--> (.*)", Pattern.MULTILINE);

  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void inAnOutputASettingAndAModule() throws IOException {
    write(
        "registry/contoso.azurecr.io/ai/account/v1/main.json",
        """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "contentVersion": "1.0.0.0",
          "resources": [
            {"type": "Microsoft.CognitiveServices/accounts", "apiVersion": "2025-06-01",
             "name": "ai", "kind": "OpenAI", "properties": {"disableLocalAuth": true}}
          ],
          "outputs": {
            "key": {"type": "securestring",
                    "value": "[listKeys(resourceId('Microsoft.CognitiveServices/accounts', 'ai'), '2025-06-01').key1]"}
          }
        }
        """);
    write(
        "part.bicep",
        """
        module ai 'br:contoso.azurecr.io/ai/account:v1' = {}
        output key string = ai.outputs.key
        """);
    write(
        "main.bicep",
        """
        module ai 'part.bicep' = {}
        output key string = ai.outputs.key
        resource app 'Microsoft.Web/sites@2024-04-01' = {
          name: 'app'
          properties: {
            siteConfig: { appSettings: [{ name: 'KEY', value: ai.outputs.key }] }
          }
        }
        """);
    Scanned run = KEYLINT.run(folder, "scan", "--registry-dir=registry", "main.bicep");
    assertThat(PLACE.matcher(run.out()).results().map(it -> it.group(1)).toList())
        .containsExactly("main.bicep:2:1", "main.bicep:6:48", "part.bicep:1:1", "part.bicep:2:1");
  }
}
