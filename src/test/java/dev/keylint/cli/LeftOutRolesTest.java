package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A call that fails for want of a role says what keeps the assignment of that role out.
final class LeftOutRolesTest {
  private static final String READER = "1407120a-92aa-4202-b7e9-c0e197c71c8f";
  private static final String OTHER = "acdd72a7-3385-48ef-bd42-f606fba81ae7";
  private static final String SAID =
      "a role assignment is left out: `grantRole` has its value here";
  private static final String WORLD =
      "param grantRole bool = false\n" + SearchCaller.template("docs", "docs");

  @TempDir private Path folder;

  private static String role(String gate, String id, String name) {
    return """
    resource NAME 'Microsoft.Authorization/roleAssignments@2022-04-01' = GATE {
      name: guid('NAME')
      scope: docs
      properties: {
        principalId: app.identity.principalId
        principalType: 'ServicePrincipal'
        roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'ID')
      }
    }
    """
        .replace("NAME", name)
        .replace("GATE", gate)
        .replace("ID", id);
  }

  private String words(String bicep, String parameters) throws IOException {
    Files.writeString(folder.resolve("main.bicep"), bicep);
    Files.writeString(
        folder.resolve("main.parameters.json"), "{\"parameters\": {" + parameters + "}}");
    return new Keylint(
            Keylint.with("missing-search-query-role", "caller-can-list-keys").rules(), Map.of())
        .scan(folder)
        .words();
  }

  @Test
  void theVariableIsNamedThatWouldDeployTheRole() throws IOException {
    String variable = "\"grantRole\": {\"value\": \"${GRANT_ROLE=false}\"}";
    assertThat(words(WORLD + role("if (grantRole)", READER, "reads"), variable))
        .contains("'app' queries 'docs' as 'app', which has no role there", SAID)
        .contains("by the default of `GRANT_ROLE`; `--env GRANT_ROLE=…` would deploy it");
  }

  /// One that does not matter to the call, or is not left out, is not.
  @ParameterizedTest
  @CsvSource({"if (grantRole), false", "if (false), false", "if (!grantRole), true"})
  void aRoleThatDoesNotHelpIsNotNamed(String gate, boolean helps) throws IOException {
    String words = words(WORLD + role(gate, helps ? READER : OTHER, "reads"), "");
    assertThat(words).doesNotContain("is left out:");
    assertThat(words.contains("has no role there")).isEqualTo(!helps);
  }

  @Test
  void onlyTheRoleThatHelpsIsNamedOfSeveral() throws IOException {
    String two =
        "param more bool = false\n"
            + WORLD
            + role("if (more)", OTHER, "other")
            + role("if (grantRole)", READER, "reads");
    assertThat(words(two, "")).contains(SAID).doesNotContain("`more` has its value here");
  }

  @ParameterizedTest
  @CsvSource({"16, true", "17, false"})
  void ofAGreatManyItIsNotTriedOutWhichHelps(int roles, boolean named) throws IOException {
    StringBuilder all = new StringBuilder(WORLD).append(role("if (grantRole)", READER, "reads"));
    for (int i = 1; i < roles; i++) {
      all.append(role("if (grantRole)", OTHER, "other" + i));
    }
    assertThat(words(all.toString(), "").contains(SAID)).isEqualTo(named);
  }
}
