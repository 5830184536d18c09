package dev.keylint.cli;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Source;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A run of a command in this process: its exit code and what it printed.
public record Scanned(int exit, String out, String err, List<Verdict> verdicts) {

  /// A result of the full SARIF profile.
  public record Verdict(
      String rule, String kind, String level, String file, int line, String message) {
    /// `rule kind file:line`, for comparing.
    public String place() {
      return rule + " " + kind + " " + file + ":" + line;
    }
  }

  /// Scans a folder, from within it, with a sample of the rules.
  public static Scanned folder(Path folder, String... options) {
    return Keylint.SAMPLE.scan(folder, options);
  }

  /// Runs any command with a sample of the rules.
  public static Scanned command(Path folder, String... arguments) {
    return Keylint.SAMPLE.run(folder, arguments);
  }

  /// Runs any command with a sample of the rules, in these surroundings.
  ///
  /// @param standardOutput where it prints to; what it got is in the result if it keeps it
  static Scanned command(
      Path folder,
      Map<String, String> environment,
      OutputStream standardOutput,
      String... arguments) {
    return new Keylint(Keylint.SAMPLE.rules(), environment).run(folder, standardOutput, arguments);
  }

  /// Asks for the inventory of a folder, from within it.
  static Scanned access(Path folder, String... options) {
    return command(
        folder, Stream.concat(Stream.of("access"), Stream.of(options)).toArray(String[]::new));
  }

  /// All that it printed, as words with single blanks between them.
  String words() {
    return words(out + err);
  }

  /// What it printed to standard output, as such words.
  String outWords() {
    return words(out);
  }

  /// Words under a place stand behind a bar.
  private static String words(String text) {
    return text.replaceAll("(?m)^ +\\| +(?=[^ ^-])", "").replaceAll("\\s+", " ");
  }

  Scanned with(String sarif) {
    return new Scanned(exit, out, err, verdicts(sarif));
  }

  /// The results of one rule that are of this kind, as `file:line`.
  public List<String> places(String rule, String kind) {
    return verdicts.stream()
        .filter(verdict -> verdict.rule.equals(rule) && verdict.kind.equals(kind))
        .map(verdict -> verdict.file + ":" + verdict.line)
        .toList();
  }

  private static List<Verdict> verdicts(String sarif) {
    JsonObject log = JsonReader.read(Source.of("out.sarif", sarif)).object().orElseThrow();
    JsonObject run = (JsonObject) log.array("runs").orElseThrow().items().getFirst();
    List<Verdict> verdicts = new ArrayList<>();
    for (JsonValue item : run.array("results").map(JsonArray::items).orElse(List.of())) {
      JsonObject result = (JsonObject) item;
      JsonObject place =
          ((JsonObject) result.array("locations").orElseThrow().items().getFirst())
              .object("physicalLocation")
              .orElseThrow();
      verdicts.add(
          new Verdict(
              result.text("ruleId").orElseThrow(),
              result.text("kind").orElse("fail"),
              result.text("level").orElse("warning"),
              place.object("artifactLocation").flatMap(it -> it.text("uri")).orElseThrow(),
              ((JsonNumber)
                      place.object("region").flatMap(it -> it.value("startLine")).orElseThrow())
                  .value()
                  .intValue(),
              result.object("message").flatMap(it -> it.text("text")).orElseThrow()));
    }
    return verdicts;
  }
}
