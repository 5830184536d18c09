package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who follows the page about writing rules sees what it says: its commands run from top to bottom,
/// its files are written where it says, and what it shows is what is printed.
final class WritingRulesTest {
  private static final Keylint KEYLINT = Keylint.SAMPLE;
  private static final Pattern STEP =
      Pattern.compile("(?s)(?:over `([^`]+)`:\\s+)?```(\\w*)\\n(.*?)```");
  private static final String OK = "  // ok: search-log-owner\n";

  /// What the reader has to scan.
  private static final String TEMPLATE =
      """
      resource docs 'Microsoft.Search/searchServices@2025-05-01' = {
        name: 'docs'
        properties: { disableLocalAuth: true }
      }
      """;

  @TempDir private Path folder;
  private Scanned last = new Scanned(0, "", "", List.of());
  private int commands;
  private int shown;

  @Test
  void thePageIsTrueFromTopToBottom() throws IOException {
    String page = Files.readString(Path.of("docs", "writing-rules.md"));
    Files.writeString(folder.resolve("main.bicep"), TEMPLATE);
    for (MatchResult step : STEP.matcher(page).results().toList()) {
      switch (step.group(2)) {
        case "" -> step.group(3).lines().forEach(this::run);
        case "text" -> shows(step.group(3));
        default -> Files.writeString(folder.resolve(step.group(1)), step.group(3));
      }
    }
    assertThat(commands).isEqualTo(6);
    assertThat(shown).isEqualTo(3);
    assertThat(last.out()).startsWith("# search-log-owner\n").contains("has no one to ask");
  }

  private void run(String command) {
    assertThat(command).startsWith("keylint ");
    last = KEYLINT.run(folder, command.substring("keylint ".length()).split(" "));
    assertThat(last.err()).as(command).isEmpty();
    assertThat(last.out()).as(command).isNotEmpty();
    assertThat(last.exit()).as(command).isZero();
    if (command.contains(" scan ")) {
      assertThat(last.out())
          .contains("warning[search-log-owner]", "main.bicep:")
          .doesNotContain("cases.bicep");
    }
    commands++;
  }

  private void shows(String text) throws IOException {
    shown++;
    if (text.contains("do not prove")) {
      Path cases = folder.resolve("my-rules/search-log-owner/cases.bicep");
      String all = Files.readString(cases);
      assertThat(all).contains(OK);
      Files.writeString(cases, all.replace(OK, ""));
      assertThat(KEYLINT.run(folder, "rules", "test", "my-rules").out()).startsWith(text);
      Files.writeString(cases, all);
    } else {
      assertThat(last.out()).isEqualTo(text);
    }
  }
}
