package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A fixed audience keeps the form that its place takes.
final class FixAudiencesTest {
  private static final String APP =
      """
      resource app 'Microsoft.Web/sites@2024-04-01' = {
        name: 'app'
        identity: { type: 'SystemAssigned' }
        properties: {
          siteConfig: {
            appSettings: [
              { name: 'AZURE_OPENAI_ENDPOINT', value: 'https://ai.openai.azure.com/' }
              { name: 'NAME', value: 'VALUE' } // keep me
            ]
          }
        }
      }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "AZURE_OPENAI_SCOPE, https://search.azure.com/.default,"
        + " https://cognitiveservices.azure.com/.default",
    "AZURE_OPENAI_SCOPE, https://ai.openai.azure.com/.default,"
        + " https://cognitiveservices.azure.com/.default",
    "AZURE_OPENAI_SCOPE, https://cognitiveservices.azure.us/.default,"
        + " https://cognitiveservices.azure.com/.default",
    "AZURE_OPENAI_AUDIENCE, https://search.azure.com/.default,"
        + " https://cognitiveservices.azure.com/.default",
    "AZURE_OPENAI_AUDIENCE, https://search.azure.com, https://cognitiveservices.azure.com"
  })
  void keepsItsForm(String name, String before, String after) throws IOException {
    String text = APP.replace("NAME", name);
    Path main = Files.writeString(folder.resolve("main.bicep"), text.replace("VALUE", before));
    Keylint keylint =
        Keylint.with(
            "wrong-token-audience",
            "unknown-token-audience",
            "wrong-cloud-audience",
            "audience-scope-confusion");
    assertThat(keylint.run(folder, "fix").out())
        .contains("set `" + name + "` of 'app' to `" + after + "`")
        .endsWith("none remain\n");
    assertThat(main).hasContent(text.replace("VALUE", after));
  }
}
