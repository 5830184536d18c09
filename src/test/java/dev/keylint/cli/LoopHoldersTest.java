package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A role of one of the resources that a loop makes, of which it is not known how many there are.
final class LoopHoldersTest {
  private static final String WORLD =
      """
      param names array
      resource others 'Microsoft.Web/sites@2024-04-01' = [for it in names: {
        name: it
        identity: { type: 'SystemAssigned' }
      }]
      resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
        name: guid('reads')
        scope: docs
        properties: {
          principalId: others[0].identity.principalId
          principalType: 'ServicePrincipal'
          roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '1407120a-92aa-4202-b7e9-c0e197c71c8f')
        }
      }
      """;

  @TempDir private Path folder;

  /// One of the loop may have it, one that is declared apart has not.
  @ParameterizedTest
  @CsvSource({"false, fail", "true, open"})
  void theRoleIsForOneOfTheLoop(boolean inLoop, String kind) throws IOException {
    String bicep = SearchCaller.template("docs", "docs") + WORLD;
    String looped =
        bicep
            .replace("resource others", "resource none")
            .replace("= [for it in names: {\n  name: it", "= [for it in []: {\n  name: it")
            .replace(
                "sites@2024-04-01' = {\n  name: 'app'",
                "sites@2024-04-01' = [for it in names: {\n  name: it")
            .replace("others[0]", "app[0]")
            .replace("    }\n  }\n}\nparam", "    }\n  }\n}]\nparam");
    Files.writeString(folder.resolve("main.bicep"), inLoop ? looped : bicep);
    assertThat(
            new Keylint(Keylint.with("missing-search-query-role").rules(), Map.of())
                .scan(folder)
                .verdicts())
        .extracting(it -> it.kind())
        .containsExactly(kind);
  }
}
