package dev.keylint.lower.bicep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.lower.Shown;
import dev.keylint.plan.Project;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          null                    ; null
          true                    ; true
          42                      ; 42
          -42                     ; -42
          -9223372036854775808    ; -9223372036854775808
          18446744073709551615    ; 18446744073709551615
          -p                      ; sub(0, p.p)
          !p                      ; not(p.p)
          'text'                  ; 'text'
          'a${p}b'                ; text('a', p.p, 'b')
          '${p}'                  ; text(p.p)
          {a: 1, 'b c': p}        ; "{'a': 1, 'b c': p.p}"
          {...p, '${p}': 2}       ; "{...p.p, text(p.p): 2}"
          [1, ...p]               ; "[1, ...p.p]"
          p + 1 - 2               ; sub(add(p.p, 1), 2)
          p * 2 / 3 % 4           ; mod(div(mul(p.p, 2), 3), 4)
          p == 1 && p != 2        ; and(equals(p.p, 1), not(equals(p.p, 2)))
          p =~ 'A' || p !~ 'b'    ; "or(equals(toLower(p.p), toLower('A')), not(equals(toLower(p.p), toLower('b'))))"
          p < 1 || p <= 2         ; or(less(p.p, 1), lessOrEquals(p.p, 2))
          p > 1 || p >= 2         ; or(greater(p.p, 1), greaterOrEquals(p.p, 2))
          p ?? v                  ; coalesce(p.p, v.v)
          p ? 1 : 2               ; p.p ? 1 : 2
          (p)                     ; p.p
          p!                      ; p.p
          any(p)                  ; p.p
          sys.any(p)              ; p.p
          p.a['b'][0]             ; p.p['a']['b'][0]
          p.?a.b                  ; p.p?['a']?['b']
          (p.?a).b                ; p.p?['a']['b']
          p[?0][^1]               ; p.p?[0]?[^1]
          nameof(p)               ; 'p'
          nameof(p.a.b)           ; 'b'
          resourceGroup().id      ; resourceGroup()['id']
          az.subscription()       ; subscription()
          sys.concat('a', p)      ; concat('a', p.p)
          twice(p)                ; __bicep::twice(p.p)
          this.exists()           ; not(empty(target('full')))
          this.existingResource() ; target('full')
          map(p, x => x.a)        ; map(p.p, x => local.x['a'])
          reduce(p, 0, (a, b) => a + b)      ; reduce(p.p, 0, a, b => add(local.a, local.b))
          map(p, p => map(p, v => '${p}${v}')) ; map(p.p, p => map(local.p, v => text(local.p, local.v)))
          [for x in p: x]         ; for result*length(p.p) local.x
          [for (x, i) in p: {a: [for y in x: i]}] ; for result*length(p.p) {'a': for a*length(local.x) local.i}
          """)
  void expressionsBecomeTheFormThatIsEvaluated(String bicep, String expected) {
    Template template =
        new Project(folder)
            .clean(
                """
                param p object
                var v = 1
                func twice(a int) int => a * 2
                var result = %s
                """
                    .replace("%s", bicep));
    assertThat(Project.variable(template, "result")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          nowhere        ; nowhere ; the name `nowhere` is not declared
          nowhere.a      ; nowhere ; the name `nowhere` is not declared
          twice          ; twice   ; the function `twice` is no value
          shape          ; type    ; a type is no value
          p.run()        ; run     ; there is no function `run` here
          nameof('x')    ; nameof  ; takes one name
          """)
  void whatIsNotDeclaredIsReportedAndUnknown(String bicep, String construct, String message) {
    Template template =
        new Project(folder)
            .wrong(
                """
                param p object
                type shape = string
                func twice(a int) int => a * 2
                var result = %s
                """
                    .replace("%s", bicep),
                Kind.SEMANTIC,
                message);
    assertThat(Project.variable(template, "result")).contains("unsupported " + construct);
  }

  @Test
  void aFunctionSeesItsParametersBeforeTheFile() {
    Template template = new Project(folder).clean("param a int\nfunc f(a string) string => a\n");
    assertThat(Shown.of(template.functions().getFirst().body())).isEqualTo("p.a");
    assertThat(template.functions().getFirst().parameters()).containsExactly("a");
  }

  @Test
  void loopsOfOneNameAreToldApart() {
    Template template =
        new Project(folder).clean("var a = [{x: [for i in [1]: i]}, {x: [for i in [2]: i]}]\n");
    assertThat(Project.variable(template, "a"))
        .isEqualTo("[{'x': for x*length([1]) local.i}, {'x': for x#2*length([2]) local.i}]");
  }

  @Test
  void everyExpressionKnowsItsPlace() {
    Template template = new Project(folder).clean("var a = 'x${1}'\n");
    Expr value = template.variables().getFirst().value();
    assertThat(value.at()).hasToString("main.bicep:1:9");
    Expr number = ((Expr.Interpolation) value).parts().getLast();
    assertThat(((Location.InFile) number.at()).span().length()).isEqualTo(1);
    assertThat(number.at()).hasToString("main.bicep:1:13");
  }

  @Test
  void aSyntaxErrorIsReportedOnceAndUnknown() {
    Template template =
        new Project(folder).wrong("var a = \nvar b = [1, a]\n", Kind.SYNTAX, "expression");
    assertThat(Project.variable(template, "a"))
        .isEqualTo("unsupported the part behind the syntax error at main.bicep:1:9");
    assertThat(Project.variable(template, "b")).isEqualTo("[1, v.a]");
  }
}
