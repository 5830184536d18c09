package dev.keylint.bicep;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionGrammarTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          1 + 2 * 3               ; (1 + (2 * 3))
          1 * 2 + 3               ; ((1 * 2) + 3)
          1 - 2 - 3               ; ((1 - 2) - 3)
          6 / 3 % 2               ; ((6 / 3) % 2)
          a || b && c             ; (a || (b && c))
          a == b && c != d        ; ((a == b) && (c != d))
          a =~ b || c !~ d        ; ((a =~ b) || (c !~ d))
          1 < 2 == 3 >= 4         ; ((1 < 2) == (3 >= 4))
          a ?? b || c             ; (a ?? (b || c))
          a ?? b ?? c             ; ((a ?? b) ?? c)
          a ? b : c ? d : e       ; (a ? b : (c ? d : e))
          a ? b ? c : d : e       ; (a ? (b ? c : d) : e)
          a || b ? c : d          ; ((a || b) ? c : d)
          !a.b                    ; (!<a . b>)
          -1 + +2                 ; ((-1) + (+2))
          (1 + 2) * 3             ; (P(1 + 2) * 3)
          18446744073709551615    ; 18446744073709551615
          """)
  void operatorsBindByPrecedence(String expression, String shape) {
    assertThat(Shape.of(expression)).isEqualTo(shape);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          a.b.c                   ; <<a . b> . c>
          a.?b!.c                 ; <<<a .? b> !> . c>
          a[0][?1][^2][?^3]       ; <<<<a[0]>[?1]>[^2]>[?^3]>
          a::b.c                  ; <<a :: b> . c>
          f(a, g())               ; f(a, g())
          az.f('x').g(1)          ; <<az . f('x')> . g(1)>
          x => x.y                ; (x) => <x . y>
          (x, i) => i             ; (x,i) => i
          map([], x => y => 1)    ; map([], (x) => (y) => 1)
          () => null              ; () => null
          [for x in xs: x.y]      ; [for (x) in xs: <x . y>]
          [for (x, i) in xs: i]   ; [for (x,i) in xs: i]
          [1, ...a, 'b', {}]      ; [1, ...a, 'b', {0 members}]
          'a${b}c${d.e}'          ; format(a{b}c{<d . e>})
          '${'${a}-'}'            ; format({format({a}-)})
          '''x'y''z'''            ; 'x'y''z'
          $'''a${b}$c'''          ; format(a{b}$c)
          $$'''a${b}$$${c}'''     ; format(a${b}${c})
          if                      ; if
          """)
  void accessesCallsAndLambdas(String expression, String shape) {
    assertThat(Shape.of(expression)).isEqualTo(shape);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\n  ? b\n  : c",
        "f(\n  a,\n  b\n)",
        "map(xs, x =>\n  x)",
        "[\n  1\n  2\n\n  3\n]",
        "[1, 2]",
        "{ a: 1, 'b-c': 2, '${d}': 3, ...e }",
        "{\n  a: 1\n  // comment\n  b: /* c */ 2\n}",
        "[for x in xs: {\n  a: x\n}]",
        "[\n  for x in xs: x\n]",
        "resource",
        "{ resource: module, for: if, type: param }",
        "'\\n\\t\\r\\\\\\'\\$\\u{1F600}'"
      })
  void isAllowed(String expression) {
    assertThat(Shape.of(expression)).doesNotContain("here").doesNotContain("expected");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          1 +                     ; expected an expression here
          !!a                     ; expected an expression here
          a ? b                   ; expected `:` here
          (1, 2)                  ; parentheses hold exactly one expression
          ()                      ; parentheses hold exactly one expression
          [1, 2                   ; expected `]` here
          {a: 1                   ; expected `}` here
          {a 1}                   ; expected `:` here
          {1: 1}                  ; expected the name of a property here
          f(a b)                  ; expected a new line or `,` here
          f(a,)                   ; expected an expression here
          a[]                     ; expected an index here
          a.                      ; expected the name of a function or property here
          a.?f()                  ; `.?` cannot call a function, write `.`
          '${ {} }'               ; objects and arrays cannot stand here
          '${a b}'                ; the hole of the string holds more than one expression
          'abc                    ; the string is not closed before the file ends
          '\\q'                   ; `\\q` is no escape sequence
          '\\u{110000}'           ; this is no Unicode escape
          18446744073709551616    ; this number is larger than 64 bits hold
          a"b                     ; `"` starts no string
          [for (a) in b: a]       ; a loop has two variables between parentheses: item and index
          [for in b: a]           ; expected `in` here
          1.5                     ; expected the name of a function or property here
          """)
  void isRefused(String expression, String message) {
    assertThat(Shape.of(expression.replace("\\\\", "\\"))).isEqualTo(message.replace("\\\\", "\\"));
  }
}
