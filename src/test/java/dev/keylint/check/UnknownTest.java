package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.compile.CelCompilation;
import dev.keylint.rule.CelChecker;
import dev.keylint.rule.CelText;
import dev.keylint.rule.Expression;
import dev.keylint.rule.Formula;
import dev.keylint.rule.Match;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Source;
import dev.keylint.yaml.YamlNode;
import dev.keylint.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The third value: `fixtures/unknown` says what expressions come to when something is not known.
final class UnknownTest {
  private static final CelChecker.Names NAMES =
      new CelCompilation().names(new Match.Resource(List.of("Any/thing")), List.of());

  /// A row of a table, with the estate that it is about.
  record Row(String file, YamlNode.Mapping test, Environment scope) {
    Expression root() {
      return formula(test).root();
    }
  }

  /// Rows of a table and no dynamic tests: PIT does not run these.
  static Stream<Arguments> cases() throws IOException {
    return rows().stream()
        .map(it ->
            Arguments.of(
                it.file() + ": " + text(it.test(), "expr") + " (" + text(it.test(), "note") + ")",
                it.test(),
                it.scope()));
  }

  static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("fixtures", "unknown"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList()) {
        rows.addAll(rows(file));
      }
    }
    return rows;
  }

  private static List<Row> rows(Path file) throws IOException {
    var read = YamlReader.read(Source.of(file.toString(), Files.readString(file)));
    assertThat(read.diagnostics()).isEmpty();
    var root = (YamlNode.Mapping) read.root().orElseThrow();
    Result given =
        new Facts(Choice.NONE)
            .result(
                Given.value(root.entry("given").orElseThrow().value()),
                Place.root("resource", root.at()));
    Environment scope = Environment.of("resource", given);
    String name = String.valueOf(file.getFileName());
    return ((YamlNode.Sequence) root.entry("cases").orElseThrow().value())
        .items().stream().map(it -> new Row(name, (YamlNode.Mapping) it, scope)).toList();
  }

  private static Formula formula(YamlNode.Mapping test) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    var text = CelText.of(Source.of("expr", text(test, "expr")));
    return NAMES
        .check(text, CelChecker.Wanted.BOOL, diagnostics)
        .orElseThrow(() -> new AssertionError(diagnostics));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void whatIsNotKnownIsNeverGuessed(String name, YamlNode.Mapping test, Environment scope) {
    Result result = new Evaluator(10_000).evaluate(formula(test).root(), scope);
    assertThat(word(result)).as(String.valueOf(result)).isEqualTo(text(test, "want"));
    test.entry("blame")
        .ifPresent(it ->
            assertThat(result.why().places())
                .extracting(Place::path)
                .containsExactlyElementsOf(
                    ((YamlNode.Sequence) it.value())
                        .items().stream().map(item -> ((YamlNode.Scalar) item).text()).toList()));
  }

  private static String word(Result result) {
    return switch (result) {
      case Result.Known(Datum.Bool(boolean value), _) -> String.valueOf(value);
      case Result.Known(Datum datum, _) -> datum.kind();
      case Result.Unknown _ -> "open";
      case Result.Failed _ -> "error";
    };
  }

  private static String text(YamlNode.Mapping test, String key) {
    return ((YamlNode.Scalar) test.entry(key).orElseThrow().value()).text();
  }
}
