package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.compile.CelCompilation;
import dev.keylint.rule.CelChecker;
import dev.keylint.rule.CelText;
import dev.keylint.rule.Formula;
import dev.keylint.rule.Match;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Expressions as rules have them, and their results as a table can hold them: `'text'`, `1`,
/// `1.0`, `[1, 2]`, `{'a': 1}`, `none`, `optional 1`, `open`, or `error` with its message.
final class Asked {
  private static final CelChecker.Names NAMES =
      new CelCompilation().names(new Match.Resource(List.of("Any/thing")), List.of());

  private Asked() {}

  /// An expression of any type.
  static Formula formula(String expression) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    return NAMES
        .check(
            CelText.of(Source.of("expr", "dyn(" + expression + ")")),
            CelChecker.Wanted.PRINTABLE,
            diagnostics)
        .orElseThrow(() -> new AssertionError(diagnostics));
  }

  /// What it comes to in a world where `resource` is this.
  static Result result(String expression, String resource) {
    Result given =
        new Facts(Choice.NONE)
            .result(
                Given.value(resource),
                Place.root("resource", new Location.WholeFile("given.yaml")));
    return new Evaluator(100_000)
        .evaluate(formula(expression).root(), Environment.of("resource", given));
  }

  static Result result(String expression) {
    return result(expression, "{}");
  }

  /// Compares as a table says; of an error it has words that the message holds.
  static void check(String expression, String resource, String wanted) {
    String got = shown(result(expression, resource));
    if (wanted.startsWith("error")) {
      assertThat(got).startsWith("error ").contains(wanted.substring("error".length()).strip());
    } else {
      assertThat(got).isEqualTo(wanted);
    }
  }

  private static String shown(Result result) {
    return shown(Plain.value(result));
  }

  private static String shown(Object value) {
    return switch (value) {
      case String it -> "'" + it + "'";
      case Collection<?> it ->
          it.stream().map(Asked::item).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> it ->
          it.entrySet().stream()
              .map(entry -> item(entry.getKey()) + ": " + item(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Optional<?> it -> it.map(inner -> "optional " + item(inner)).orElse("none");
      case Plain.Open _ -> "open";
      case Plain.Failure(String message) -> "error " + message;
      case Object it -> it.toString();
    };
  }

  private static String item(Object value) {
    return shown(value);
  }
}
