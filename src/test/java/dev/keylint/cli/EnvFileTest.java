package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class EnvFileTest {
  @Test
  void valuesAreReadAsAzdWritesThem() {
    EnvFile file =
        EnvFile.of(
            """
            # made by azd
            AZURE_ENV_NAME="dev"
            export COUNT=3
            SINGLE='a "b" $COUNT \\n'
            ESCAPED="a\\"b\\\\c\\nd\\$e"
            BARE = two words # said

            EMPTY=
            QUOTED="x" # said
            LINES="one
            two"
            JOINED="${AZURE_ENV_NAME}-$COUNT"
            HASH=a#b
            JSON="[\\"a\\"]"
            """);
    assertThat(file.wrongLine()).isEmpty();
    assertThat(file.variables())
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("AZURE_ENV_NAME", "dev"),
                Map.entry("COUNT", "3"),
                Map.entry("SINGLE", "a \"b\" $COUNT \\n"),
                Map.entry("ESCAPED", "a\"b\\c\nd$e"),
                Map.entry("BARE", "two words"),
                Map.entry("EMPTY", ""),
                Map.entry("QUOTED", "x"),
                Map.entry("LINES", "one\ntwo"),
                Map.entry("JOINED", "dev-3"),
                Map.entry("HASH", "a#b"),
                Map.entry("JSON", "[\"a\"]")));
  }

  @Test
  void whatIsNoVariableIsFoundByItsLine() {
    assertThat(EnvFile.of("A=1\r\n\r\n  nothing\r\n").wrongLine()).hasValue(3);
    assertThat(EnvFile.of("").wrongLine()).isEmpty();
    assertThat(EnvFile.of("A=1").variables()).containsExactly(Map.entry("A", "1"));
  }
}
