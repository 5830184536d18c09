package dev.keylint.graph.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a script's variables stand for; `⏎` is the end of a line.
class ScriptVariablesTest {
  private static final Location AT = new Location.WholeFile("s.sh");
  private static final Origin ORIGIN = Origin.at(AT);

  private static PartialText text(String text) {
    return PartialText.of(text.replace('⏎', '\n'), ORIGIN);
  }

  private static ScriptVariables of(String arguments, String script) {
    return ScriptVariables.of(List.of(), Optional.of(text(arguments)), Optional.of(text(script)));
  }

  private static String resolved(String script, String use) {
    return of("-Given \"g 1\" --other=o2 plain", script)
        .resolve(text(use))
        .chars()
        .replace(PartialText.HOLE, '?');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        // however a shell, PowerShell and Python say it
        "$GIVEN ${given} $env:Given          | g 1 g 1 g 1",
        "${env:given}/${given:-x}            | g 1/g 1",
        "$($given) $( $env:given )           | g 1 g 1",
        "os.environ['GIVEN']                 | g 1",
        "os.environ.get(\"given\", '')       | g 1",
        "os.getenv('given', 'x') + 1         | g 1 + 1",
        "a $none b $given c                  | a $none b g 1 c",
        "given                               | given",
        // arguments by their names and numbers
        "$other $2 $1 $4 $5                  | o2 g 1 -Given plain $5",
        "nothing                             | nothing",
      })
  void variablesAreUsedInManyWays(String use, String shown) {
    assertThat(resolved("", use)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "A=b                                 | b",
        "  export A=\"b\"                    | b",
        "readonly A='b' # why                | b",
        "  $a = \"b\"                        | b",
        "[string]$a = 'b'                    | b",
        "a = 'b'                             | b",
        "jq --arg a b '.'                    | b",
        "jq --arg a \"b c\" '.'              | b c",
        "A=$GIVEN                            | g 1",
        "B=b⏎A=$B/c                          | b/c",
        "A=b⏎A=b                             | b",
        // given twice, or computed
        "A=b⏎A=c                             | $A",
        "A=b⏎A=c⏎A=c                         | $A",
        "A=b⏎A=c⏎A=b                         | $A",
        "A=$(az account show)                | $A",
        "A=`az account show`⏎A=b             | $A",
        "A=b⏎A=$(az account show)            | $A",
        "a = f(x)                            | $A",
        "$a = [x]                            | $A",
        // no assignments
        "A == b                              | $A",
        "# A=b                               | $A",
        "A=\"b                               | ~\"b~",
        "A=\"\"                              | ~~",
      })
  void aScriptGivesAVariableItsValueOnce(String script, String shown) {
    assertThat(resolved(script, "$A")).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {
        "sed 's|__URL__|$GIVEN|g' f           ¦ (g 1) (g 1)",
        "sed -e s#__URL__#b#                  ¦ (b) (b)",
        "$t -replace '__URL__', $env:Given    ¦ (g 1) (g 1)",
        "t.replace(\"__URL__\", 'b')          ¦ (b) (b)",
        "t.replace('__URL__', given)          ¦ (g 1) (g 1)",
        "t.replace('__URL__', f(x)) ; y       ¦ (__URL__) (__URL__)",
        "t.replace('URL__', f(x)) ; y         ¦ (__?) (__?)",
        "sed 's|__URL__|$(az x)|g' f          ¦ (__URL__) (__URL__)",
        "sed 's|__URL__#b|g' f                ¦ (__URL__) (__URL__)",
      })
  void aScriptFillsInMarks(String script, String shown) {
    assertThat(resolved(script, "(__URL__) (__URL__)")).isEqualTo(shown);
  }

  @Test
  void longValuesAndObjectsAreNoVariables() {
    String longest = "b".repeat(2_000);
    assertThat(resolved("A=" + longest, "$A")).isEqualTo(longest);
    assertThat(resolved("A=" + longest + "b", "$A")).isEqualTo("$A");
    assertThat(of("-a \"{x\" -b c", "").resolve(text("$A $B")).chars()).isEqualTo("$A c");
    String script = "A=b\n" + " ".repeat((1 << 19) - 5);
    assertThat(resolved(script, "$A")).isEqualTo("b");
    assertThat(resolved(script + " ", "$A")).isEqualTo("$A");
  }

  @Test
  void aLongValueTakesTheEarlierOneAway() {
    assertThat(resolved("other=" + "b".repeat(2_001), "$other")).isEqualTo("$other");
  }

  @Test
  void moreMarksThanAreFollowedAreSaid() {
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      script.append("sed s#__M").append(i).append("__#b#\n");
    }
    assertThat(of("", script.toString()).isComplete()).isTrue();
    assertThat(of("", script + "sed s#__M50__#b#\n").isComplete()).isFalse();
  }

  @Test
  void whatVariablesMakeIsBounded() {
    ScriptVariables variables = of("", "A=" + "b".repeat(2_000));
    String uses = "$A".repeat(1_000);
    PartialText resolved = variables.resolve(text(uses));
    assertThat(resolved.chars()).hasSizeBetween(1 << 19, (1 << 19) + 4_000).endsWith("$A");
    PartialText exact = of("", "A=" + "b".repeat(1 << 10)).resolve(text("$A".repeat(600)));
    assertThat(exact.chars()).hasSize((1 << 19) + "$A".length() * (600 - (1 << 9)));
    ScriptVariables filling = of("", "sed 's|__M__|" + "b".repeat(2_000) + "|'");
    PartialText filled = filling.resolve(text("__M__".repeat(1_000)));
    assertThat(filled.chars()).hasSizeBetween(1 << 19, (1 << 19) + 6_000).endsWith("__M__");
  }

  @Test
  void namesOfPythonStandForTheirValues() {
    ScriptVariables variables = of("-a b", "");
    assertThat(variables.named(text("A")).map(PartialText::chars)).contains("b");
    assertThat(variables.named(text("$a"))).isEmpty();
  }

  @Test
  void commentsAreNoCode() {
    String script = "a <# b⏎c #> d⏎ # e⏎//f⏎#Microsoft.x⏎g # h⏎<# i #><# j⏎";
    assertThat(ScriptComments.removed(text(script)).chars().replace('\n', '⏎'))
        .isEqualTo("a  d⏎⏎⏎#Microsoft.x⏎g # h⏎<# j⏎");
    assertThat(ScriptComments.removed(text("a⏎b")).chars()).isEqualTo("a\nb");
    assertThat(ScriptComments.removed(text("# a⏎b")).chars()).isEqualTo("\nb");
    assertThat(ScriptComments.removed(text("<# a #>b")).chars()).isEqualTo("b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "https://a.openai.azure.com/x   | true  | known",
        "a.openai.azure.com             | true  | known",
        "uri                            | true  | open",
        "uri                            | false | known",
        "uri.x                          | false | known",
        "os.environ['x']                | true  | open",
        "$uri                           | false | open",
        "https://$x.openai.azure.com    | true  | open",
        "https://${x}.openai.azure.com  | true  | open",
        "https://@{x}/y                 | true  | open",
        "<your account>                 | false | open",
        "__M__                          | false | open",
        "%M%                            | false | open",
        "{{m}}                          | false | open",
        "given                          | true  | known",
      })
  void whatOnlyTheRunningScriptKnowsIsOpen(String value, boolean url, String shown) {
    Property property = new Property("uri", AT, new Value.Str(value, ORIGIN));
    Property read = ScriptHoles.in(property, of("-given a.openai.azure.com", ""), url);
    assertThat(read.value() instanceof Value.Str ? "known" : "open").isEqualTo(shown);
    Property number = new Property("uri", AT, new Value.Int(7, ORIGIN));
    assertThat(ScriptHoles.in(number, ScriptVariables.NONE, url)).isSameAs(number);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "~~,            ~~",
        "'a'b,          a",
        "\"a'b\",       a'b",
        "'a,            'a",
        "a'b',          a'b'",
      })
  void aTextInQuotesEndsWithThem(String text, String bare) {
    assertThat(ScriptVariables.bare(text(text)).chars()).isEqualTo(bare);
  }
}
