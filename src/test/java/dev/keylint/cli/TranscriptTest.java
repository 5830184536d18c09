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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each line that a page shows as keylint's is what keylint prints.
final class TranscriptTest {
  private static final Path PAGE = Path.of("docs", "from-403-to-keyless.md");
  private static final Path STORY = Path.of("fixtures", "scenarios", "rag-openai-search-403");
  private static final Pattern BLOCK = Pattern.compile("(?s)```console\n(.*?)```\n");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\$ keylint (.*)$");

  @TempDir private Path folder;

  @Test
  void aPageShowsWhatIsPrinted() throws IOException {
    Files.copy(STORY.resolve("main.bicep"), folder.resolve("main.bicep"));
    String page = Files.readString(PAGE);
    Golden.assertFileMatches(
        PAGE, BLOCK.matcher(page).replaceAll(it -> Matcher.quoteReplacement(block(it.group(1)))));
    assertThat(page).contains("✗ service accepts tokens").contains("✓ service accepts tokens");
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
