package dev.keylint.cli;

import dev.keylint.rule.PackedRules;
import dev.keylint.rule.Rule;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// keylint in this process, with the rules that a test names.
///
/// What a test expects of a run depends on the rules in it. A test that names them says the same
/// when the rule book has grown; `ThrowAwayRuleTest` holds that.
public record Keylint(List<Rule> rules, Map<String, String> environment) {
  /// For tests to which it does not matter which rules there are, as long as there are some.
  public static final Keylint SAMPLE =
      with(
          "caller-can-manage",
          "openai-local-auth",
          "search-keys-only",
          "search-local-auth",
          "wrong-token-audience");

  /// The built-in rules of these ids, and no others.
  public static Keylint with(String... ids) {
    List<String> wanted = List.of(ids);
    List<Rule> rules =
        PackedRules.builtIn().stream().filter(rule -> wanted.contains(rule.id())).toList();
    if (rules.size() != wanted.size()) {
      throw new IllegalArgumentException("not all of " + wanted + " are built in");
    }
    return new Keylint(rules, Map.of());
  }

  /// As the product is: what a test says of such a run must hold whatever rules there are.
  public static Keylint withAllRules() {
    return new Keylint(PackedRules.builtIn(), Map.of());
  }

  /// The same rules on a terminal with colours.
  public Keylint inColour() {
    return new Keylint(rules, Map.of("FORCE_COLOR", "1"));
  }

  /// Scans a folder, from within it.
  public Scanned scan(Path folder, String... options) {
    try {
      Path sarif = Files.createTempFile("keylint", ".sarif");
      Stream<String> arguments =
          Stream.concat(
              Stream.of("scan", "--output=text", "--output=sarif-full=" + sarif),
              Arrays.stream(options));
      Scanned run = run(folder, arguments.toArray(String[]::new));
      String report = Files.readString(sarif);
      Files.delete(sarif);
      return report.isEmpty() ? run : run.with(report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Runs any command.
  public Scanned run(Path folder, String... arguments) {
    return run(folder, new ByteArrayOutputStream(), arguments);
  }

  /// Runs any command.
  ///
  /// @param standardOutput where it prints to; what it got is in the result if it keeps it
  Scanned run(Path folder, OutputStream standardOutput, String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            StandardStream.of(standardOutput),
            StandardStream.of(err),
            false,
            environment,
            folder.toAbsolutePath(),
            Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC));
    int exit = KeylintCommand.run(terminal, new Rules(() -> rules), arguments);
    String out =
        standardOutput instanceof ByteArrayOutputStream kept
            ? kept.toString(StandardCharsets.UTF_8)
            : "";
    return new Scanned(exit, out, err.toString(StandardCharsets.UTF_8), List.of());
  }
}
