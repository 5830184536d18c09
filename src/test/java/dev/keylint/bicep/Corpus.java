package dev.keylint.bicep;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keylint.text.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The reference files, where they are at hand; `-Dcorpus=DIR` says where.
final class Corpus {
  private Corpus() {}

  static Optional<Path> find() {
    String named = System.getProperty("corpus", "");
    Path path = Path.of(named.isEmpty() ? "../shared/corpus" : named);
    return Files.isDirectory(path) ? Optional.of(path) : Optional.empty();
  }

  /// The corpus, or else the test is skipped with a message.
  static Path orSkip() {
    Optional<Path> corpus = find();
    assumeTrue(corpus.isPresent(), "SKIPPED: no reference corpus; pass -Dcorpus=DIR");
    return corpus.orElseThrow();
  }

  /// Files of a folder, at any depth, whose names end so, in a fixed order.
  static List<Path> files(Path folder, String end) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(end)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Source source(Path path) {
    return Source.of(path.toString(), text(path));
  }

  static String text(Path path) {
    try {
      String text = Files.readString(path);
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (IOException e) {
      throw new UncheckedIOException(path.toString(), e);
    }
  }

  static BicepFile parse(Path path) {
    Source source = source(path);
    return path.toString().endsWith(".bicepparam")
        ? BicepParser.parseParameters(source)
        : BicepParser.parse(source);
  }
}
