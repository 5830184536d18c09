package dev.keylint.cli;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
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

  /// Scans a folder, from within it.
  public static Scanned folder(Path folder, String... options) {
    try {
      Path sarif = Files.createTempFile("keylint", ".sarif");
      Stream<String> arguments =
          Stream.concat(
              Stream.of("scan", "--output=text", "--output=sarif-full=" + sarif),
              Arrays.stream(options));
      Scanned run = command(folder, arguments.toArray(String[]::new));
      List<Verdict> verdicts =
          Files.size(sarif) == 0 ? List.of() : verdicts(Files.readString(sarif));
      Files.delete(sarif);
      return new Scanned(run.exit, run.out, run.err, verdicts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs any command.
  public static Scanned command(Path folder, String... arguments) {
    return command(folder, Map.of(), new ByteArrayOutputStream(), arguments);
  }

  /// Runs any command in these surroundings.
  ///
  /// @param standardOutput where it prints to; what it got is in the result if it keeps it
  static Scanned command(
      Path folder,
      Map<String, String> environment,
      OutputStream standardOutput,
      String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            StandardStream.of(standardOutput),
            StandardStream.of(err),
            false,
            environment,
            folder.toAbsolutePath(),
            Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC));
    int exit = KeylintCommand.run(terminal, arguments);
    String out =
        standardOutput instanceof ByteArrayOutputStream kept
            ? kept.toString(StandardCharsets.UTF_8)
            : "";
    return new Scanned(exit, out, err.toString(StandardCharsets.UTF_8), List.of());
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
