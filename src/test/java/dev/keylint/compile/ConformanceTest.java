package dev.keylint.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keylint.compile.ConformanceVector.Kind;
import dev.keylint.compile.ConformanceVector.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Our evaluator against the public test vectors of CEL; `target/cel-conformance.txt` counts them.
final class ConformanceTest {
  private static final CelCompilation CEL = new CelCompilation();

  @Test
  void ourResultsAreThoseOfTheSpecification() throws IOException {
    Path vectors = vectors();
    assumeTrue(
        Files.isDirectory(vectors),
        "SKIPPED: the vectors of CEL are not here; -Dcorpus=DIR names the folder beside theirs");
    Map<String, Integer> counts = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> files = Files.list(vectors)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".textproto")).sorted().toList()) {
        for (ConformanceVector vector : read(file)) {
          Run run = vector.run(CEL);
          String key =
              run.kind() == Kind.NOT_OURS ? "not ours: " + run.reason() : run.kind().name();
          counts.merge(key, 1, Integer::sum);
          if (run.kind() == Kind.WRONG) {
            wrong.add(vector.name() + ": `" + vector.test().text("expr") + "` " + run.reason());
          }
        }
      }
    }
    List<String> lines = new ArrayList<>();
    counts.forEach((what, count) -> lines.add(count + " " + what));
    Files.write(Path.of("target", "cel-conformance.txt"), lines);
    assertThat(wrong).isEmpty();
    assertThat(counts.get("PASSED")).isGreaterThan(700);
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
