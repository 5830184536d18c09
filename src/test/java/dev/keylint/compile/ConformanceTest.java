package dev.keylint.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keylint.compile.ConformanceVector.Run;
import dev.keylint.conformance.Ratchet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Our evaluator against the public test vectors of CEL; the ratchet counts them, those too that
/// are not for us.
final class ConformanceTest {
  private static final CelCompilation CEL = new CelCompilation();

  @Test
  void ourResultsAreThoseOfTheSpecification() throws IOException {
    Path vectors = vectors();
    assumeTrue(
        Files.isDirectory(vectors),
        "SKIPPED: the vectors of CEL are not here; -Dcorpus=DIR names the folder beside theirs");
    int compared = 0;
    Map<String, Integer> outOfScope = new TreeMap<>();
    Map<String, String> wrong = new TreeMap<>();
    try (Stream<Path> files = Files.list(vectors)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".textproto")).sorted().toList()) {
        for (ConformanceVector vector : read(file)) {
          Run run = vector.run(CEL);
          switch (run.kind()) {
            case PASSED -> compared++;
            case NOT_OURS -> outOfScope.merge(run.reason(), 1, Integer::sum);
            case WRONG -> {
              compared++;
              wrong.put(vector.name() + ": " + vector.test().text("expr"), run.reason());
            }
          }
        }
      }
    }
    Ratchet.hold("CEL", "expressions of rules with the vectors of CEL", compared, wrong);
    Ratchet.holdOutOfScope("CEL", outOfScope);
    assertThat(Path.of("docs", "conformance.md"))
        .content()
        .contains(
            Arrays.stream(OutOfScope.values())
                .map(it -> it.row(outOfScope.getOrDefault(it.what(), 0)))
                .toList());
  }

  private static Path vectors() {
    String corpus = System.getProperty("corpus", "");
    Path shared = corpus.isEmpty() ? Path.of("../shared") : Path.of(corpus).resolve("..");
    return shared.resolve("data").resolve("cel-conformance");
  }

  private static List<ConformanceVector> read(Path file) throws IOException {
    List<ConformanceVector> vectors = new ArrayList<>();
    TextProto.Message root = TextProto.parse(Files.readString(file));
    for (TextProto.Field section : root.all("section").toList()) {
      String prefix = file.getFileName() + " " + section.message().text("name") + " ";
      section
          .message()
          .all("test")
          .forEach(it ->
              vectors.add(new ConformanceVector(prefix + it.message().text("name"), it.message())));
    }
    return vectors;
  }
}
