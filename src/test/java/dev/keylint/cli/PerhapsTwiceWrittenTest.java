package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A write under a condition is one that may be made.
final class PerhapsTwiceWrittenTest {
  @TempDir private Path folder;

  private String words(String condition) throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"),
        """
        param again bool
        resource first 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'docs'
          location: 'westeurope'
          properties: { disableLocalAuth: true }
        }
        resource second 'Microsoft.Search/searchServices@2025-05-01' = CONDITION{
          name: 'docs'
          location: 'westeurope'
          dependsOn: [ first ]
        }
        """
            .replace("CONDITION", condition));
    return Keylint.with("search-local-auth").scan(folder).words();
  }

  @Test
  void aWriteUnderAConditionMayBeTheSecond() throws IOException {
    assertThat(words("if (again) "))
        .contains("`docs` may be written twice, and whether Azure keeps")
        .doesNotContain("is written twice");
  }

  @Test
  void aWriteWithoutOneIsTheSecond() throws IOException {
    assertThat(words("")).contains("`docs` is written twice, and whether Azure keeps");
  }

  /// Wherever the value comes from that the earlier one has, the last one is where to set it.
  @Test
  void whatAnEarlierWriteSetsIsSaidOfTheLast() throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"),
        """
        param off bool = true
        resource first 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'docs'
          properties: { disableLocalAuth: off }
        }
        resource second 'Microsoft.Search/searchServices@2025-05-01' = {
          name: 'docs'
          dependsOn: [ first ]
        }
        """);
    assertThat(Keylint.with("search-local-auth").scan(folder).places("search-local-auth", "open"))
        .containsExactly("main.bicep:6");
  }

  @Test
  void whatManyWritesLeaveIsNotFullyUnderstood() throws IOException {
    String write =
        """
        resource w%1$d 'Microsoft.Web/sites@2024-04-01' = {
          name: 'chat'
          location: 'westeurope'
          properties: { siteConfig: { appSettings: [{ name: 'KEY%1$d', value: oai.listKeys().key1 }] } }
        }
        """;
    Files.writeString(
        folder.resolve("main.bicep"),
        IntStream.range(0, 33)
            .mapToObj(write::formatted)
            .collect(
                Collectors.joining(
                    "",
                    """
                    resource oai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
                      name: 'oai'
                      kind: 'OpenAI'
                      location: 'westeurope'
                    }
                    """,
                    "")));
    Scanned run = Keylint.with("key-in-app-setting").scan(folder);
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.words())
        .contains("`chat` is written 33 times; so many are not put in order")
        .contains("incomplete: 1 file not fully understood");
  }

  @Test
  void whatAnApiVersionLacksIsNotKnownWithoutIt() throws IOException {
    Files.writeString(
        folder.resolve("main.json"),
        """
        {"$schema": "https://x/deploymentTemplate.json#", "contentVersion": "1.0.0.0",
         "resources": [
          {"type": "Microsoft.Search/searchServices", "name": "docs", "location": "here",
           "apiVersion": "[concat('2015', '-08-19')]", "properties": {"disableLocalAuth": true}}]}
        """);
    Scanned run = Keylint.with("search-local-auth").scan(folder);
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.words())
        .contains("which `apiVersion` the resource has is not known before the deployment");
  }
}
