package dev.keylint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The customer's stories: the rules that a story's `expected.sarif` names give exactly the results
/// that it records.
final class ScenariosTest {
  private static final Path SCENARIOS = Path.of("fixtures", "scenarios");

  @TestFactory
  List<DynamicTest> aStoryGivesWhatItRecords() {
    return stories().stream()
        .map(story -> DynamicTest.dynamicTest(story.getFileName().toString(), () -> check(story)))
        .toList();
  }

  @Test
  void allStoriesTogetherFailWhateverRulesThereAre() {
    Scanned scan =
        Keylint.withAllRules().run(Path.of("").toAbsolutePath(), "scan", SCENARIOS.toString());
    assertThat(scan.exit()).isEqualTo(1);
    assertThat(scan.out()).contains("expanded " + stories().size() + " deployments");
  }

  @Test
  void theKeylessStoryPasses() {
    Path story = SCENARIOS.resolve("app-service-keyless");
    Scanned scan = Scanned.command(Path.of("").toAbsolutePath(), "scan", story.toString());
    assertThat(scan.exit()).as(scan.out()).isEqualTo(0);
    assertThat(scan.out()).doesNotContain("undecided");
  }

  private static void check(Path story) throws IOException {
    Path expected = story.resolve("expected.sarif");
    Keylint keylint =
        Files.exists(expected)
            ? Keylint.with(RecordedResults.ruleIds(expected))
            : Keylint.withAllRules();
    Path actual = Files.createTempFile("actual", ".sarif");
    Scanned scan = keylint.run(story.toAbsolutePath(), "scan", "--output=sarif=" + actual);
    assertThat(scan.exit()).as("a story is understood: %s%s", scan.out(), scan.err()).isLessThan(2);
    String sarif = Files.readString(actual);
    Files.delete(actual);
    Golden.assertFileMatches(expected, RecordedResults.of(sarif));
  }

  private static List<Path> stories() {
    try (Stream<Path> folders = Files.list(SCENARIOS)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
