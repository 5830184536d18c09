package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// JSON that looks like a template and that Azure would not take for one.
final class ForeignSchemaTest {
  private static final String A = "{'type': 'A.B/c', 'apiVersion': '2024-01-01'}";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'contentVersion': '1.0.0.0', 'resources': [A]}                          | it.json: this looks like a template, but it has no `$schema`
          {'contentVersion': '1.0.0.0', 'resources': {'a': A}}                     | it.json: this looks like a template, but it has no `$schema`
          {'contentVersion': '1.0.0.0', 'resources': ['x', A]}                     | it.json: this looks like a template, but it has no `$schema`
          {'$schema': 'https://x/other.json', 'contentVersion': '1', 'resources': [A]} | it.json:1:13: this looks like a template, but its `$schema` is none
          {'contentVersion': '1.0.0.0', 'resources': [], 'apiVersion': 'x'}        | -
          {'contentVersion': '1.0.0.0', 'resources': {}, 'apiVersion': 'x'}        | -
          {'contentVersion': '1.0.0.0', 'resources': 'A', 'apiVersion': 'x'}       | -
          {'contentVersion': '1.0.0.0', 'things': [A]}                             | -
          {'contentVersion': 1, 'resources': [A]}                                  | -
          {'resources': [A], 'x': 'contentVersion'}                                | -
          {'contentVersion': '1', 'resources': [{'type': 'A', 'apiVersion': 'x'}]} | -
          {'contentVersion': '1', 'resources': [{'type': 'A/b'}], 'apiVersion': 1} | -
          {'contentVersion': '1', 'resources': [{'apiVersion': 'x'}]}              | -
          {'contentVersion': '1', 'resources': [{'type': 7, 'apiVersion': 'x'}]}   | -
          [{'contentVersion': '1', 'resources': [A]}]                              | -
          """)
  void onlyWhatHasResourcesLooksLikeOne(String json, String said) {
    Project project =
        new Project(folder)
            .with("main.bicep", "output o string = 'o'\n")
            .with(
                "it.json",
                json.replace("[A]", "[" + A + "]")
                    .replace(": A}", ": " + A + "}")
                    .replace(", A]", ", " + A + "]")
                    .replace('\'', '"'));
    List<String> all = Project.messages(project.plan("").diagnostics());
    if (said.equals("-")) {
      assertThat(all).isEmpty();
    } else {
      assertThat(all).singleElement().asString().startsWith(said);
    }
  }
}
