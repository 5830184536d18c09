package dev.keylint.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Comments that name a role: `keylint fix` lets none of them lie.
final class FixCommentsTest {
  private static final String CONTRIBUTOR = "b24988ac-6180-42a0-ab88-20f7382dd24c";
  private static final String USER = "5e0bd9bd-7b93-4f28-af87-19fc36ad61bd";
  private static final String NAME = "Cognitive Services OpenAI User";

  @TempDir private Path folder;

  private void isFixed(String before, String after) throws IOException {
    Fixes.in(Keylint.with("caller-can-manage"), folder, "--unsafe")
        .isFixed("main.bicep", before, after);
  }

  private static String grant(String role, String comment) {
    return Fixes.grant(
        "subscriptionResourceId('Microsoft.Authorization/roleDefinitions', " + role + ")" + comment,
        "'x'");
  }

  @ParameterizedTest
  @ValueSource(strings = {" // Contributor", "  //contributor  "})
  void theNameOfTheRole(String comment) throws IOException {
    isFixed(
        grant("'" + CONTRIBUTOR + "'", comment),
        grant("'" + USER + "'", comment.replaceFirst("(?i)contributor", NAME)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " // Contributor of old", " // not a Contributor", " // Owner"})
  void nothingElse(String comment) throws IOException {
    isFixed(grant("'" + CONTRIBUTOR + "'", comment), grant("'" + USER + "'", comment));
  }

  @Test
  void behindAVariable() throws IOException {
    String text = "var role = '" + CONTRIBUTOR + "' // Contributor\n" + grant("role", "");
    isFixed(text, text.replace(CONTRIBUTOR, USER).replace("// Contributor", "// " + NAME));
  }

  @Test
  void notWhereTheOldIdStays() throws IOException {
    String text =
        "var roles = {\n  all: '"
            + CONTRIBUTOR
            + "' // Contributor\n}\noutput all object = roles\n"
            + grant("roles.all", " // Contributor");
    isFixed(text, text.replace("roles.all) // Contributor", "'" + USER + "') // " + NAME));
  }
}
