package dev.keylint.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What of a script is run.
final class ScriptCommandsTest {
  private static List<String> commands(String text) {
    return ScriptCommands.of(text).stream().map(it -> it.text().replaceAll("\\s+", " ")).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "run one; run two && run three              | run one / run two / run three",
        "run 'a;b' \"c && d\"                       | run 'a;b' \"c && d\"",
        "run a # and not b                          | run a",
        "run a#b ${#c}                              | run a#b ${#c}",
        "run '# no comment'                         | run '# no comment'",
        "# run a                                    | ~~",
        "   :: run a                                | ~~",
        "REM run a                                  | ~~",
        "echo run a; run b                          | run b",
        "echo $(run a)                              | echo $(run a)",
        "Write-Host \"run a\" -ForegroundColor Cyan | ~~",
        "@echo off                                  | ~~",
        "printf 'run a'                             | ~~",
        "echoes a                                   | echoes a",
      })
  void commentsAndPrintedTextAreNoCommands(String line, String expected) {
    assertThat(String.join(" / ", commands(line))).isEqualTo(expected);
  }

  @Test
  void continuedLinesAreOneCommandInEachShell() {
    assertThat(commands("a \\\n  b\nc `\r\n  d\r\ne ^\n f\n")).containsExactly("a b", "c d", "e f");
    assertThat(commands("a \\\n# between\n  b")).containsExactly("a", "b");
    assertThat(commands("a \\")).containsExactly("a \\");
  }

  @Test
  void blocksOfCommentsAndOfPrintedTextAreSkipped() {
    assertThat(commands("<#\nrun a\n#>\nrun b")).containsExactly("run b");
    assertThat(commands("<# run a #>\nrun b")).containsExactly("run b");
    assertThat(commands("cat <<EOF\nrun a\nEOF\nrun b")).containsExactly("run b");
    assertThat(commands("cat <<-'END'\nrun a\n  END\nrun b")).containsExactly("run b");
    assertThat(commands("sh <<EOF\nrun a\nEOF")).contains("run a");
    assertThat(commands("cat <<< EOF\nrun a")).containsExactly("cat <<< EOF", "run a");
    assertThat(commands("<#\nrun a")).isEmpty();
  }

  @Test
  void aVeryLongCommandSaysSo() {
    assertThat(ScriptCommands.of("a ".repeat(16_383) + ";" + "b ".repeat(16_385)))
        .extracting(it -> it.text().charAt(0), ScriptCommands.Command::isTooLong)
        .containsExactly(tuple('a', false), tuple('b', true));
  }

  @Test
  void aCommandKnowsWhereItBegins() {
    String text = "\n  first x\r\nsecond \\\n  more; third";
    for (ScriptCommands.Command command : ScriptCommands.of(text)) {
      String start = command.text().substring(0, 5);
      assertThat(text.substring(command.offset())).startsWith(start);
      assertThat(command.offset() + command.text().length()).isLessThanOrEqualTo(text.length());
    }
    assertThat(commands(text)).containsExactly("first x", "second more", "third");
  }
}
