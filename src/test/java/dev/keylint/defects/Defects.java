package dev.keylint.defects;

import dev.keylint.cli.Keylint;
import dev.keylint.rule.PackedRules;
import dev.keylint.rule.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A program that makes defects in paths and in the repositories of a folder, and writes what came
/// of each: `.ci/defects.py` makes tables of it.
///
/// A line is: where (paths or samples), kind, place, outcome, rules that found something else.
public final class Defects {
  private Defects() {}

  /// Makes all defects.
  ///
  /// @param arguments the file to write to, and perhaps a folder of repositories, and options of
  ///   `scan`
  public static void main(String[] arguments) throws IOException {
    List<String> lines = new ArrayList<>(PathRun.lines());
    if (arguments.length > 1) {
      String[] options = List.of(arguments).subList(2, arguments.length).toArray(String[]::new);
      lines.addAll(samples(Path.of(arguments[1]), options));
    }
    Files.write(Path.of(arguments[0]), lines);
  }

  /// All rules that a run has by default.
  static Keylint keylint() {
    return Keylint.with(
        PackedRules.builtIn().stream()
            .filter(it -> !it.metadata().optIn())
            .map(Rule::id)
            .toArray(String[]::new));
  }

  private static List<String> samples(Path folder, String... options) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> repositories = Files.list(folder)) {
      for (Path each : repositories.filter(Files::isDirectory).sorted().toList()) {
        Path copy = Files.createTempDirectory("defects");
        try {
          System.err.println(each.getFileName());
          Repository repository = new Repository(each, copy, keylint(), options);
          for (Kind kind : Kinds.all()) {
            for (Repository.Made made : repository.make(kind)) {
              lines.add(line("samples", made));
            }
          }
        } finally {
          delete(copy);
        }
      }
    }
    return lines;
  }

  static String line(String where, Repository.Made made) {
    return String.join(
        "\t",
        where,
        made.kind(),
        made.place(),
        made.outcome().words(),
        String.join(" ", made.extra()));
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
