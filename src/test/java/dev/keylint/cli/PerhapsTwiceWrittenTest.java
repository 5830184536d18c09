package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
