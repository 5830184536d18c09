package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page about snapshots: its example is one, and what it says of digests holds.
final class SnapshotPageTest {
  private static final Path PAGE = Path.of("docs", "snapshot.md");
  private static final Keylint RULES = Keylint.with("search-keys-only", "caller-can-manage");

  @TempDir private Path folder;

  private static String example() throws IOException {
    String page = Files.readString(PAGE);
    int start = page.indexOf("```jsonl\n") + "```jsonl\n".length();
    return page.substring(start, page.indexOf("```", start));
  }

  private Scanned scan(String snapshot) throws IOException {
    Files.writeString(folder.resolve("azure.jsonl"), snapshot);
    return RULES.run(folder, "scan", "--state", "azure.jsonl");
  }

  @Test
  void theExampleIsASnapshot() throws IOException {
    Scanned run = scan(example());
    assertThat(run.out())
        .contains("[search-keys-only]: 'srch-docs'")
        .contains("undecided[caller-can-manage]: It may be that a workload")
        .contains("roleAssignments could not be read (forbidden: AuthorizationFailed)")
        .doesNotContain("no end", "SHA-256");
  }

  @Test
  void aChangedLineIsNoticed() throws IOException {
    Scanned run = scan(example().replace("srch-docs", "srch-dogs"));
    assertThat(run.out()).contains("'srch-dogs'", "azure.jsonl:5:1", "somebody changed the lines");
    assertThat(scan(example().replace("\n", "\r\n")).out()).doesNotContain("SHA-256");
    String byHand = example().replaceAll(",\"sha256\":\"\\w+\"", "").replace("docs", "dogs");
    assertThat(scan(byHand).out()).contains("'srch-dogs'").doesNotContain("SHA-256");
  }
}
