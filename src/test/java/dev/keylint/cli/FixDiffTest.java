package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `keylint fix --diff` ends with: 1 if there is something to change.
final class FixDiffTest {
  private static final Keylint KEYLINT = Keylint.with("unstable-role-assignment-name");

  private static final String GRANT =
      """
      param who string
      resource ai 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
        name: 'ai'
        kind: 'OpenAI'
      }
      resource grant 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: newGuid()
        scope: ai
        properties: {
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd')
          principalId: who
        }
      }
      """;

  @TempDir private Path folder;

  private Scanned fix(String... options) {
    return KEYLINT.run(folder, options);
  }

  @Test
  void aPatchEndsWithOne() throws IOException {
    Files.writeString(folder.resolve("main.bicep"), GRANT);
    Scanned patch = fix("fix", "--diff", "--unsafe");
    assertThat(patch.err()).endsWith("none remain\n");
    assertThat(patch.exit()).isEqualTo(1);
    assertThat(fix("fix", "--diff", "--unsafe", "--fail-on=none").exit()).isZero();
    assertThat(fix("fix", "--unsafe").exit()).isZero();
    Scanned nothing = fix("fix", "--diff", "--unsafe");
    assertThat(nothing.out()).isEmpty();
    assertThat(nothing.exit()).isZero();
  }

  @Test
  void theHelpSaysSo() {
    assertThat(fix("fix", "--help").outWords())
        .contains("The exit code is 1 if there is something to change");
  }
}
