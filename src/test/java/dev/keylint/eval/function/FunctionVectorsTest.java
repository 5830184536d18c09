package dev.keylint.eval.function;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keylint.conformance.Ratchet;
import dev.keylint.eval.function.FunctionVectors.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class FunctionVectorsTest {
  private static final Path CORPUS = FunctionVectors.corpus();

  @Test
  void everyKnownResultIsReproduced() {
    Optional<FunctionVectors> found = FunctionVectors.beside(CORPUS);
    assumeTrue(found.isPresent(), "SKIPPED: no data/function-vectors.json beside " + CORPUS);
    List<Outcome> outcomes = new ArrayList<>(found.orElseThrow().run());
    outcomes.addAll(found.orElseThrow().runDoNotUse());
    Map<String, String> wrong = new TreeMap<>();
    for (Outcome outcome : outcomes) {
      if (!outcome.passed()) {
        wrong.put(outcome.call(), outcome.actual() + ", not " + outcome.expected());
      }
    }
    Ratchet.hold("O6", "results of functions", outcomes.size(), wrong);
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
    Map<String, String> wrong = new TreeMap<>();
    int hashed = 0;
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      if (cells[hash].equals("hash-verified")) {
        hashed++;
        var template = FunctionVectors.template(CORPUS, cells[path]);
        String written =
            template
                .object("metadata")
                .flatMap(metadata -> metadata.object("_generator"))
                .flatMap(generator -> generator.text("templateHash"))
                .orElseThrow();
        if (TemplateHash.of(template) != Long.parseUnsignedLong(written)) {
          wrong.put(cells[path], "another hash than " + written);
        }
      }
    }
    Ratchet.hold("O8", "template hashes", hashed, wrong);
  }
}
