package dev.keylint.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A kind of change to a compiled template: the first place that fits is replaced.
record Mutation(String kind, Pattern pattern, String replacement) {
  private static final Path TABLE = Path.of("src", "test", "resources", "conformance");

  /// All kinds, from the table beside the tests: name, pattern, replacement.
  static List<Mutation> all() {
    try {
      return Files.readAllLines(TABLE.resolve("mutations.tsv")).stream()
          .map(line -> line.split("\t", -1))
          .map(cells -> new Mutation(cells[0], Pattern.compile(cells[1]), cells[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The text with the first place changed; empty when none fits.
  Optional<String> of(String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.replaceFirst(replacement)) : Optional.empty();
  }
}
