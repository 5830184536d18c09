package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A text where a condition is due: Azure refuses it, whatever it says.
final class TextConditionsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"false", "False", "true", "no"})
  void noTextIsAConditionInBicep(String text) throws IOException {
    String account = OpenAi.account("'acct'", "true").replace("' = {", "' = if (flag) {");
    Files.writeString(
        folder.resolve("main.bicep"), "param flag string = '" + text + "'\n" + account);
    Scanned scan = Scanned.folder(folder);
    assertThat(scan.exit()).isEqualTo(3);
    assertThat(scan.words())
        .contains(
            "a condition wants a bool, got string, which Azure refuses; it is the default of"
                + " parameter `flag`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "TRUE", "[string(false())]", "no"})
  void noTextIsAConditionInJson(String text) throws IOException {
    Files.writeString(
        folder.resolve("main.json"),
        """
        {
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          "contentVersion": "1.0.0.0",
          "resources": [{
            "type": "Microsoft.Search/searchServices",
            "apiVersion": "2025-05-01",
            "name": "desk",
            "condition": "TEXT",
            "properties": {"disableLocalAuth": true}
          }]
        }
        """
            .replace("TEXT", text));
    Scanned arm = Scanned.folder(folder);
    assertThat(arm.exit()).isEqualTo(3);
    assertThat(arm.words()).contains("a condition wants a bool, got string, which Azure refuses");
  }
}
