package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.rule.PackedRules;
import dev.keylint.rule.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The ways in which templates spell identity, role, endpoint and key, each with what a careful
/// reader says of it: `expected.txt` has a line for each result that is no pass.
final class PatternsTest {
  private static final Path PATTERNS = Path.of("fixtures", "patterns");

  static List<String> patterns() {
    try (Stream<Path> folders = Files.list(PATTERNS)) {
      return folders.map(it -> it.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All rules that a run has by default; those that a test brought into the book prove nothing.
  private static Keylint keylint() {
    return Keylint.with(
        PackedRules.builtIn().stream()
            .filter(it -> !it.metadata().optIn() && !it.metadata().tags().contains("throw-away"))
            .map(Rule::id)
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void aPatternIsJudgedAsAReaderDoes(String pattern) throws IOException {
    Path folder = PATTERNS.resolve(pattern);
    Scanned scan = keylint().scan(folder, "main.bicep");
    List<String> expected = Files.readAllLines(folder.resolve("expected.txt"));
    assertThat(scan.exit()).as(scan.out() + scan.err()).isIn(0, 1);
    assertThat(
            scan.verdicts().stream()
                .filter(it -> !it.kind().equals("pass"))
                .map(Scanned.Verdict::place)
                .sorted())
        .as(scan.out())
        .isEqualTo(expected.stream().sorted().toList());
  }
}
