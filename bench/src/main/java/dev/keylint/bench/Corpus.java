package dev.keylint.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The reference corpus: a folder of templates with `PAIRS.tsv`, one line for each template that is
/// there in both languages.
record Corpus(Path folder) {

  /// A template in both languages.
  record Pair(Path bicep, Path json) {}

  /// The characters of all files whose names end so.
  List<String> texts(String suffix) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(suffix))
          .sorted()
          .map(Corpus::text)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The pair whose compiled template is the largest.
  Pair largest() {
    return text(folder.resolve("PAIRS.tsv"))
        .lines()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .map(cells -> new Pair(folder.resolve(cells[0]), folder.resolve(cells[1])))
        .max(Comparator.comparingLong(pair -> pair.json().toFile().length()))
        .orElseThrow();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
