package dev.keylint.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.value.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where the function is called that gives a key: in a published module nobody here can change it,
/// so it is where the key comes out of that.
class PublishedKeyFlowsTest {
  private static final String PUBLISHED =
      """
      {"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
       "contentVersion": "1.0.0.0",
       "parameters": {"name": {"type": "string"}},
       "resources": [],
       "outputs": {"key": {"type": "string",
         "value": "[listKeys(resourceId('Microsoft.CognitiveServices/accounts', parameters('name')), '2025-06-01').key1]"}}}
      """;

  private static final String LOCAL =
      """
      param name string
      resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
        name: name
      }
      output key string = oai.listKeys().key1
      """;

  private static final String MAIN =
      """
      resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'oai'
        kind: 'OpenAI'
        properties: {}
      }
      module keys 'MODULE' = {
        params: { name: oai.name }
      }
      module local 'local.bicep' = {
        params: { name: oai.name }
      }
      resource site 'Microsoft.Web/sites@2024-04-01' = {
        name: 'chat'
        properties: { siteConfig: { appSettings: [
          { name: 'A', value: keys.outputs.key }
          { name: 'B', value: local.outputs.key }
          { name: 'C', value: oai.listKeys().key1 }
        ] } }
      }
      """;

  @TempDir Path folder;

  private List<String> functions(String module) throws IOException {
    Path registry = folder.resolve("registry/contoso.azurecr.io/ai/keys/v1");
    Files.createDirectories(registry);
    Files.writeString(registry.resolve("main.json"), PUBLISHED);
    Files.writeString(folder.resolve("local.bicep"), LOCAL);
    Files.writeString(folder.resolve("main.bicep"), MAIN.replace("MODULE", module));
    return new Templates(folder)
        .graph("main.bicep").keyFlows().stream()
            .map(it ->
                Shown.text(it.sink().name()) + " " + it.function().orElseThrow().origin().at())
            .toList();
  }

  @Test
  void aKeyOfAPublishedModuleIsListedWhereItComesOutOfIt() throws IOException {
    assertThat(functions("br:contoso.azurecr.io/ai/keys:v1"))
        .containsExactly(
            "A main.bicep:15:18",
            "B local.bicep:5:21",
            "C main.bicep:17:25",
            "key registry/contoso.azurecr.io/ai/keys/v1/main.json:6:15",
            "key local.bicep:5:21");
  }

  @Test
  void aKeyOfALocalModuleIsListedInIt() throws IOException {
    assertThat(functions("local.bicep")).startsWith("A local.bicep:5:21");
  }
}
