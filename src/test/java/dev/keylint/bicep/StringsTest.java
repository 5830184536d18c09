package dev.keylint.bicep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.bicep.Expression.StringSyntax;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import org.junit.jupiter.api.Test;

class StringsTest {
  @Test
  void escapesAreDecoded() {
    assertThat(read("'a\\n\\t\\r\\\\\\'\\${b}\\u{41}\\u{1F600}'").text())
        .contains("a\n\t\r\\'${b}A\ud83d\ude00");
  }

  @Test
  void segmentsKnowTheirRawCharacters() {
    StringSyntax string = read("'a\\n${b}c'");
    assertThat(string.segments())
        .containsExactly(
            new StringSegment("a\n", new Span(9, 12)), new StringSegment("c", new Span(16, 17)));
    assertThat(string.text()).isEmpty();
  }

  @Test
  void theFirstLineEndOfLinesDoesNotCount() {
    assertThat(read("'''\nabc\n'''").text()).contains("abc\n");
    assertThat(read("'''\r\nabc'''").text()).contains("abc");
    assertThat(read("'''\n\nabc'''").text()).contains("\nabc");
    assertThat(read("''''''").text()).contains("");
  }

  @Test
  void linesKeepBackslashesAndQuotes() {
    assertThat(read("'''a\\n'b''${c}''''").text()).contains("a\\n'b''${c}'");
  }

  @Test
  void surplusDollarsOfInterpolatedLinesStay() {
    assertThat(read("$'''$${b}'''").segments().getFirst().text()).isEqualTo("$");
    assertThat(read("$$'''${a}$${b}'''").segments().getFirst().text()).isEqualTo("${a}");
    assertThat(read("$'''\n${b}'''").segments().getFirst().text()).isEmpty();
  }

  private static StringSyntax read(String string) {
    BicepFile file = BicepParser.parse(Source.of("test.bicep", "var x = " + string));
    assertThat(file.diagnostics()).isEmpty();
    return (StringSyntax) ((Declaration.Variable) file.declarations().getFirst()).value();
  }
}
