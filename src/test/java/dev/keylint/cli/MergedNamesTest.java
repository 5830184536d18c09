package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One finding for several resources names them.
final class MergedNamesTest {
  @TempDir private Path folder;

  @Test
  void aFindingForSeveralResourcesNamesThem() throws IOException {
    Files.writeString(
        folder.resolve("main.bicep"),
        """
        resource docs 'Microsoft.Search/searchServices@2025-05-01' = [for name in ['a', 'b', 'c']: {
          name: 'docs-${name}'
          location: 'westeurope'
          properties: { disableLocalAuth: false }
        }]
        """);
    Scanned run = Keylint.with("search-local-auth").scan(folder);
    assertThat(run.words())
        .contains("'docs-a'", "= note: also 'docs-b', 'docs-c' = note: it stands for 3 resources");
    assertThat(run.verdicts()).hasSize(1);
    assertThat(run.verdicts().getFirst().message())
        .contains("It stands for 3 resources.", "[also 'docs-b', 'docs-c'](");
  }
}
