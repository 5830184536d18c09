package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.Golden;
import dev.keylint.rule.PackedRules;
import dev.keylint.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each line that a page shows as keylint's is what keylint prints.
final class TranscriptTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```console\n(.*?)```\n");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\$ keylint (.*)$");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "docs/from-403-to-keyless.md, fixtures/scenarios/rag-openai-search-403, tokens",
    "docs/access.md,              fixtures/access/audit,                    network path",
  })
  void aPageShowsWhatIsPrinted(Path page, Path story, String broken) throws IOException {
    Files.copy(story.resolve("main.bicep"), folder.resolve("main.bicep"));
    String text = Files.readString(page);
    Golden.assertFileMatches(
        page, BLOCK.matcher(text).replaceAll(it -> Matcher.quoteReplacement(block(it.group(1)))));
    assertThat(text).contains("✓ ").containsPattern("✗ [a-z ]*" + broken);
  }

  private String block(String text) {
    StringBuilder block = new StringBuilder("```console\n");
    for (MatchResult command : COMMAND.matcher(text).results().toList()) {
      Scanned run = keylint().run(folder, command.group(1).split(" "));
      block.append(command.group()).append('\n').append(run.out()).append(run.err());
    }
    return block.append("```\n").toString();
  }

  /// All rules that a run has by default; those that a test brought into the book prove nothing.
  private static Keylint keylint() {
    return Keylint.with(
        PackedRules.builtIn().stream()
            .filter(it -> !it.metadata().optIn() && !it.metadata().tags().contains("throw-away"))
            .map(Rule::id)
            .toArray(String[]::new));
  }
}
