package dev.keylint.eval.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keylint.eval.function.FunctionVectors.Outcome;
import dev.keylint.eval.function.FunctionVectors.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FunctionVectorsTest {
  private static final Path CORPUS = FunctionVectors.corpus();

  /// Ids depend on a scope, which a pure function does not have.
  private static final String NOT_PURE = "resource-id";

  @Test
  void everyKnownResultIsReproduced() throws IOException {
    Optional<FunctionVectors> found = FunctionVectors.beside(CORPUS);
    assumeTrue(found.isPresent(), "no data/function-vectors.json beside " + CORPUS);
    List<Outcome> outcomes = new ArrayList<>(found.orElseThrow().run());
    outcomes.addAll(found.orElseThrow().runDoNotUse());
    Path table = Path.of("target", "conformance", "function-vectors.md");
    Files.createDirectories(table.getParent());
    Files.writeString(table, FunctionVectors.table(outcomes));
    assertThat(outcomes).filteredOn(outcome -> outcome.state() == State.FAILED).isEmpty();
    assertThat(outcomes)
        .filteredOn(outcome -> outcome.state() == State.SKIPPED)
        .allMatch(outcome -> outcome.call().startsWith(NOT_PURE));
    assertThat(FunctionVectors.count(outcomes, State.PASSED)).isGreaterThanOrEqualTo(123);
  }

  /// Real templates of any length, hashed by the official compiler. How one of them orders its keys
  /// is not worked out.
  @Test
  void templateHashesAreReproduced() throws IOException {
    Path pairs = CORPUS.resolve("PAIRS.tsv");
    assumeTrue(Files.exists(pairs), "no PAIRS.tsv in " + CORPUS);
    List<String> lines = Files.readAllLines(pairs);
    List<String> header = List.of(lines.getFirst().split("\t"));
    int path = header.indexOf("json");
    int hash = header.indexOf("templateHash");
    List<String> wrong = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      if (cells[hash].equals("hash-verified")) {
        var template = FunctionVectors.template(CORPUS, cells[path]);
        String written =
            template
                .object("metadata")
                .flatMap(metadata -> metadata.object("_generator"))
                .flatMap(generator -> generator.text("templateHash"))
                .orElseThrow();
        if (TemplateHash.of(template) != Long.parseUnsignedLong(written)) {
          wrong.add(cells[path]);
        }
      }
    }
    assertThat(wrong).hasSizeLessThanOrEqualTo(1);
  }
}
