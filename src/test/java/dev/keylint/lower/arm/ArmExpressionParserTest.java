package dev.keylint.lower.arm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonString;
import dev.keylint.lower.Shown;
import dev.keylint.lower.arm.ArmValues.Strings;
import dev.keylint.template.Expr;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArmExpressionParserTest {
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /// Lowers a JSON text that is one string.
  private Expr lower(String json) {
    Source source = Source.of("main.json", json);
    JsonString string = (JsonString) JsonReader.read(source).value().orElseThrow();
    ArmProblems problems = new ArmProblems(source);
    Expr result = new ArmValues(Strings.TEMPLATE, true, problems).value(string);
    diagnostics.addAll(problems.found());
    return result;
  }

  private static String slice(Expr expr) {
    Location.InFile at = (Location.InFile) expr.at();
    return at.source().slice(at.span());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "text ~ 'text'",
        "[not closed ~ '[not closed'",
        "[[literal] ~ '[literal]'",
        "[[] ~ '[]'",
        "['it''s'] ~ 'it's'",
        "[42] ~ 42",
        "[-1] ~ -1",
        "[1.5] ~ 1.5",
        "[9223372036854775808] ~ 9223372036854775808",
        "[parameters('a')] ~ p.a",
        "[ Parameters ( 'a' ) ] ~ p.a",
        "[variables('a').b['c'][0]] ~ v.a['b']['c'][0]",
        "[concat('a', parameters('b'), variables('c'))] ~ concat('a', p.b, v.c)",
        "[if(true(), null(), false())] ~ true ? null : false",
        "[createObject('a', 1, 'b', createArray())] ~ {'a': 1, 'b': []}",
        "[tryGet(parameters('a'), 'b', 0)] ~ p.a?['b']?[0]",
        "[tryIndexFromEnd(parameters('a'), 1)] ~ p.a?[^1]",
        "[indexFromEnd(parameters('a'), 1)] ~ p.a[^1]",
        "[map(parameters('a'), lambda('x', 'i', lambdaVariables('x').n))] ~"
            + " map(p.a, x, i => local.x['n'])",
        "[copyIndex()] ~ i.",
        "[copyIndex(3)] ~ i.+3",
        "[copyIndex('disks')] ~ i.disks",
        "[copyIndex('disks', 1)] ~ i.disks+1",
        "[contoso.shortName('x')] ~ contoso::shortName('x')",
        "[__bicep._1.shortName('x')] ~ __bicep::_1.shortName('x')",
        "[reference(resourceId('A.B/c', 'd'), '2024-01-01').x] ~"
            + " reference(resourceId('A.B/c', 'd'), '2024-01-01')['x']",
      })
  void eachFormHasItsExpression(String text, String expected) {
    assertThat(Shown.of(lower("\"" + text + "\""))).isEqualTo(expected);
    assertThat(diagnostics).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "[] ~ 1:3 ~ the expression is malformed: the end stands where a value or a function should",
        "[a] and [b] ~ 1:4 ~ the expression is malformed: `]` stands where `(` after a function"
            + " name should",
        "[concat('a' 'b')] ~ 1:14 ~ the expression is malformed: `'` stands where `,` or `)` after"
            + " an argument should",
        "['open] ~ 1:8 ~ the expression is malformed: the end stands where `'` at the end of a text"
            + " should",
        "[parameters('a').] ~ 1:19 ~ the expression is malformed: the end stands where a property"
            + " name after `.` should",
        "[lambda(concat('a'), 1)] ~ 1:1 ~ a computed variable name in `lambda(..)` is not"
            + " supported",
      })
  void whatIsNotUnderstoodIsReportedWhereItGoesWrong(String text, String place, String message) {
    assertThat(lower("\"" + text + "\"")).isInstanceOf(Expr.Unsupported.class);
    Diagnostic only = diagnostics.getFirst();
    assertThat(diagnostics).hasSize(1);
    assertThat(only.message()).isEqualTo(message);
    assertThat(only.location()).hasToString("main.json:" + place);
  }

  @Test
  void theWholeExpressionStandsWhereItsStringDoesAndPartsStandInside() {
    Expr.Call call = (Expr.Call) lower("\"[concat('\\u00e9\\\\', parameters( 'b' ).c )]\"");
    assertThat(slice(call)).startsWith("\"[concat").endsWith("]\"");
    assertThat(slice(call.arguments().get(0))).isEqualTo("'\\u00e9\\\\'");
    Expr.Access access = (Expr.Access) call.arguments().get(1);
    assertThat(slice(access)).isEqualTo("parameters( 'b' ).c");
    assertThat(slice(access.base())).isEqualTo("parameters( 'b' )");
    assertThat(slice(access.key())).isEqualTo("c");
  }

  @Test
  void anExpressionMaySpanLines() {
    assertThat(Shown.of(lower("\"[concat(\n  'a',\r\n  'b'\n)]\""))).isEqualTo("concat('a', 'b')");
  }

  @Test
  void nestingAndChainsAreBounded() {
    int deep = ArmExpressionParser.MAX_DEPTH + 1;
    assertThat(lower("\"[" + "f(".repeat(deep) + "1" + ")".repeat(deep) + "]\""))
        .isInstanceOf(Expr.Unsupported.class);
    assertThat(lower("\"[f()" + ".a".repeat(deep + 1) + "]\""))
        .isInstanceOf(Expr.Unsupported.class);
    assertThat(diagnostics).extracting(Diagnostic::kind).containsExactly(Kind.LIMIT, Kind.LIMIT);
  }
}
