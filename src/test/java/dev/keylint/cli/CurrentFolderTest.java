package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is judged does not depend on the folder of a repository that one stands in.
class CurrentFolderTest {
  private static final Keylint RULES = Keylint.with("openai-local-auth");

  @TempDir private Path folder;

  @BeforeEach
  void aTemplateThatCallsAModuleBesideItsFolder() throws IOException {
    write("app/infra/main.bicep", "module ai '../modules/ai.bicep' = { name: 'ai' }\n");
    write(
        "app/modules/ai.bicep",
        """
        resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
          name: 'contoso-oai'
          kind: 'OpenAI'
          properties: { disableLocalAuth: false }
        }
        """);
  }

  @Test
  void inARepositoryFilesMayReferToAllOfIt() throws IOException {
    Files.createDirectories(folder.resolve(".git"));
    assertThat(scan("", "app/infra").out()).contains(" --> app/modules/ai.bicep:4:");
    assertThat(scan("app/infra", ".").out()).contains(" --> ../modules/ai.bicep:4:");
  }

  @Test
  void withoutOneTheyMayReferToWhatOneStandsIn() throws IOException {
    assertThat(scan("app/infra", ".").out())
        .contains("leads out of the scanned folder")
        .doesNotContain("openai-local-auth");
  }

  @Test
  void aRepositoryBelowIsAPartOfWhatOneStandsIn() throws IOException {
    Files.createDirectories(folder.resolve("app/infra/.git"));
    assertThat(scan("", "app/infra").out()).contains(" --> app/modules/ai.bicep:4:");
  }

  private Scanned scan(String from, String path) {
    return RULES.run(folder.resolve(from), "scan", path);
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }
}
