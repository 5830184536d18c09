package dev.keylint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.json.JsonReader;
import dev.keylint.text.Source;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the name of a role assignment in JSON is made of.
final class JsonGuidTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[parameters('who')]                                  | parameters('who')",
        "[reference(resourceId('a/b', 'c')).principalId]      | resourceId('a/b', 'c')",
        "[reference(resourceId('a/b', 'c'), '2024-04-01', 'full').identity.principalId] |"
            + " resourceId('a/b', 'c')",
        "[reference(resourceId('a/b', variables('c')[0], 'd,(e')).x] | resourceId('a/b',"
            + " variables('c')[0], 'd,(e')",
        "it's                                                 | 'it''s'",
        "[                                                    | '['",
        "[parameters('who')                                   | '[parameters(''who'')'",
        "[[who]                                               | '[[who]'",
      })
  void aTextOrWhatAnExpressionSays(String principal, String argument) {
    String text =
        """
        {"type": "Microsoft.Authorization/roleAssignments", "name": "x",
         "properties": {"principalId": "WHO", "roleDefinitionId": "role"}}
        """
            .replace("WHO", principal);
    Attempt attempt =
        JsonGuid.of(
            JsonReader.read(Source.of("a.json", text)).object().orElseThrow(),
            Optional.of("resourceGroup().id"));
    assertThat(attempt)
        .isInstanceOfSatisfying(
            Attempt.Made.class,
            it ->
                assertThat(it.splices().getFirst().text())
                    .isEqualTo("\"[guid(resourceGroup().id, " + argument + ", 'role')]\""));
  }
}
