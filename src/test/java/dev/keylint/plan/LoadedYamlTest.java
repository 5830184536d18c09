package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.lower.Shown;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `loadYamlContent` makes of the scalars of YAML.
class LoadedYamlTest {
  @TempDir private Path folder;

  private Template template(String yaml) {
    return new Project(folder)
        .with("data.yaml", yaml)
        .with("main.bicep", "var a = loadYamlContent('data.yaml')\n")
        .template("main.bicep");
  }

  private Expr value(String yaml) {
    return template(yaml).variables().getFirst().value();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[a, 'b', \"1\"]          | ['a', 'b', '1']",
        "[~, null, Null, NULL]    | [null, null, null, null]",
        "[true, True, TRUE, yes]  | [true, true, true, 'yes']",
        "[false, False, FALSE]    | [false, false, false]",
        "[1, -1, +1]              | [1, -1, 1]",
        "[1.5, .5, 1e3, e3]       | [1.5, 0.5, 1E+3, 'e3']",
        "[1234567890123456789]    | [1234567890123456789]",
        "[1.2.3, 1-2, --1]        | ['1.2.3', '1-2', '--1']",
        "{a: , b: {c: [d]}}       | {'a': null, 'b': {'c': ['d']}}",
        "                         | null",
      })
  void plainScalarsAreWhatTheyLookLike(String yaml, String shown) {
    assertThat(Shown.of(value(yaml == null ? "" : yaml))).isEqualTo(shown);
  }

  @Test
  void membersStandInTheFile() {
    Expr.ObjectExpr object = (Expr.ObjectExpr) value("x: 1\nkey: value\n");
    Expr.Member.Entry member = (Expr.Member.Entry) object.members().getLast();
    assertThat(member.at()).hasToString("data.yaml:2:1");
    assertThat(member.value().at()).hasToString("data.yaml:2:6");
  }

  @Test
  void whatIsNoYamlIsReported() {
    assertThat(template("a: [1\nb: {").diagnostics())
        .singleElement()
        .extracting(Diagnostic::toString)
        .asString()
        .startsWith("data.yaml:");
  }
}
