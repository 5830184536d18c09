package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A snapshot that somebody changed, cut or mixed up: a message with the line, and the rest is
/// judged.
final class StateFileTest {
  private static final String HEADER = "{\"kind\":\"header\",\"format\":\"keylint-snapshot/1\"}";
  private static final String FOOTER = "{\"kind\":\"footer\"}";
  private static final String SEARCH =
      "{\"kind\":\"resource\",\"apiVersion\":\"2025-05-01\",\"body\":{\"id\":\"/subscriptions/s/"
          + "resourceGroups/g/providers/Microsoft.Search/searchServices/desk\",\"name\":\"desk\","
          + "\"type\":\"Microsoft.Search/searchServices\",\"properties\":"
          + "{\"disableLocalAuth\":false}}}";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kind\":\"unit\",\"unit\":\"u\",\"state\":\"ok\",\"readAt\":\"last week\"}",
        "{\"kind\":\"unit\",\"unit\":\"u\",\"state\":\"ok\",\"readAt\":\"2026-13-01T00:00:00Z\"}",
        "{\"kind\":\"unit\",\"unit\":\"u\",\"state\":\"ok\",\"readAt\":\"\"}",
        "{\"kind\":\"riddle\"}",
        "{\"kind\":7}",
        "{}",
        "[]",
        "{\"kind\":\"resource\"}",
        "{\"kind\":\"resource\",\"body\":{\"id\":7,\"type\":[]}}",
        "{\"kind\":\"resource\",\"body\":\"text\"}",
        "{\"kind\":\"uni",
        "no JSON"
      })
  void aLineThatIsWrongIsNamedAndTheOthersCount(String line) throws IOException {
    Scanned run = scan(HEADER, line, SEARCH, FOOTER);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsOnlyOnce("incomplete[")
        .contains("--> state.jsonl:2:1", "error[search-local-auth]", "'desk'");
    assertThat(run.exit()).isEqualTo(1);
    Scanned alone = scan(HEADER, line, FOOTER);
    assertThat(alone.exit()).isEqualTo(3);
    assertThat(alone.out()).containsOnlyOnce("incomplete[");
    assertThat(alone.out().lines().toList().getLast()).startsWith("incomplete: ");
  }

  @Test
  void numbersThatNobodyCanCountToEndAtOnce() throws IOException {
    String unit =
        "{\"kind\":\"unit\",\"unit\":\"u\",\"state\":\"ok\",\"rows\":1e999999999,\"status\":-1}";
    Scanned run = scan(HEADER, unit, FOOTER);
    assertThat(run.exit()).isZero();
  }

  @Test
  void aSnapshotWithoutItsEnd() throws IOException {
    Scanned run = scan(HEADER, SEARCH);
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("state.jsonl:3:1", "the snapshot has no end");
    assertThat(scan("").exit()).isEqualTo(3);
  }

  private Scanned scan(String... lines) throws IOException {
    Files.write(folder.resolve("state.jsonl"), List.of(lines));
    return Scanned.command(folder, "scan", "--state", "state.jsonl");
  }
}
