package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.lower.Shown;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import dev.keylint.template.Variable;
import dev.keylint.text.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One part of a value replaced.
final class EditsTest {
  private static final Location AT = new Location.WholeFile("main.bicep");
  private static final String NOBODY_KNOWS = "unsupported what keeps it out";

  @TempDir Path folder;

  private static List<Expr> keys(String text) {
    return Stream.of(text.split("/"))
        .filter(it -> !it.isEmpty())
        .<Expr>map(it ->
            it.matches("-?[0-9]+")
                ? new Expr.IntLiteral(Long.parseLong(it), AT)
                : new Expr.StringLiteral(it, AT))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{ a: 1 }        | /     | 'new'",
        "{ a: 1 }        | a     | {...{'a': 1}, 'a': 'new'}",
        "{ a: 1 }        | b     | {...{'a': 1}, 'b': 'new'}",
        "{ a: { b: 1 } } | a/b   | {...{'a': {'b': 1}}, 'a': {...{'b': 1}, 'b': 'new'}}",
        "named           | a     | {...{'a': 1}, 'a': 'new'}",
        "p               | a     | {...p.p, 'a': 'new'}",
        "p               | a/b   | {...p.p, 'a': {...p.p?['a'], 'b': 'new'}}",
        "[1, 2]          | 0     | ['new', 2]",
        "[1, 2]          | 1     | [1, 'new']",
        "[1, 2]          | 2     | UNKNOWN",
        "[1, 2]          | -1    | UNKNOWN",
        "[1, ...p]       | 0     | UNKNOWN",
        "p               | 0     | UNKNOWN",
        "[[1, 2], 3]     | 0/1   | [[1, 'new'], 3]",
        "[{ a: 1 }, 3]   | 0/a   | [{...{'a': 1}, 'a': 'new'}, 3]",
        "{ a: [1] }      | a/0   | {...{'a': [1]}, 'a': ['new']}",
        "{ a: [1] }      | a/1   | {...{'a': [1]}, 'a': UNKNOWN}",
      })
  void theRestStays(String value, String keys, String shown) {
    Template template =
        new Project(folder)
            .with(
                "main.bicep",
                "param p object\nvar named = { a: 1 }\nvar value = VALUE\n".replace("VALUE", value))
            .template("main.bicep");
    Variable whole = template.variables().getLast();
    Expr edited =
        Edits.with(
            Optional.of(whole.value()),
            keys(keys),
            new Expr.StringLiteral("new", AT),
            template.variables());
    assertThat(Shown.of(edited)).isEqualTo(shown.replace("UNKNOWN", NOBODY_KNOWS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "/ | 'new'",
        "a | {?, 'a': 'new'}",
        "a/b | {?, 'a': {?, 'b': 'new'}}",
        "0 | UNKNOWN"
      })
  void ofWhatIsNotKnownOnlyThePartIs(String keys, String shown) {
    Expr edited =
        Edits.with(Optional.empty(), keys(keys), new Expr.StringLiteral("new", AT), List.of());
    assertThat(Shown.of(edited)).isEqualTo(shown.replace("UNKNOWN", NOBODY_KNOWS));
  }
}
