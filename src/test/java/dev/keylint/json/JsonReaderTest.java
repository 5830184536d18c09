package dev.keylint.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
  private static final String TEMPLATE =
      """
      { // an account
        "type" : "Microsoft.CognitiveServices/accounts",
        'na\\'me': "caf\\u00e9 \\"x\\"", /* raw line end: */ "text": "a
      b",
        "zones": [1, -2.50, true, false, null, ],
      }
      """;

  private static JsonResult read(String text) {
    return JsonReader.read(Source.of("main.json", text));
  }

  private static JsonObject object(String text) {
    JsonResult result = read(text);
    assertThat(result.diagnostics()).isEmpty();
    return result.object().orElseThrow();
  }

  @Test
  void everySpanCutsItsOwnTextOutOfTheSource() {
    Source source = Source.of("main.json", TEMPLATE);
    JsonObject root = object(TEMPLATE);
    assertThat(root.members().stream().map(member -> source.slice(member.keySpan())))
        .containsExactly("\"type\"", "'na\\'me'", "\"text\"", "\"zones\"");
    assertThat(root.members().stream().map(member -> source.slice(member.value().span())))
        .containsExactly(
            "\"Microsoft.CognitiveServices/accounts\"",
            "\"caf\\u00e9 \\\"x\\\"\"",
            "\"a\nb\"",
            "[1, -2.50, true, false, null, ]");
    assertThat(root.array("zones").orElseThrow().items())
        .extracting(item -> source.slice(item.span()))
        .containsExactly("1", "-2.50", "true", "false", "null");
    assertThat(source.slice(root.span())).isEqualTo(TEMPLATE.strip());
  }

  @Test
  void escapesAndRawLineEndsAreResolved() {
    JsonObject root = object(TEMPLATE);
    assertThat(root.text("na'me")).contains("café \"x\"");
    assertThat(root.text("text")).contains("a\nb");
  }

  @Test
  void spansStayExactInLongTexts() {
    String filler = "\"" + "é\\\\".repeat(9000) + "\"";
    String text = "{\"a\": [" + filler + "," + filler + "], \"k\": 12}";
    Source source = Source.of("main.json", text);
    JsonMember last = object(text).member("k").orElseThrow();
    assertThat(source.slice(last.span())).isEqualTo("\"k\": 12");
    assertThat(object(text).array("a").orElseThrow().items())
        .extracting(item -> source.slice(item.span()))
        .containsExactly(filler, filler);
  }

  @Test
  void charactersOfAStringAreFoundBehindEscapes() {
    String text = "[\"a\\u00e9\\n[b]\"]";
    Source source = Source.of("main.json", text);
    JsonString string = (JsonString) ((JsonArray) read(text).value().orElseThrow()).items().get(0);
    TextOffsets offsets = string.offsets(source);
    assertThat(source.slice(offsets.span(3, 6))).isEqualTo("[b]");
    assertThat(source.slice(offsets.span(1, 2))).isEqualTo("\\u00e9");
    assertThat(offsets.at(6)).isEqualTo(string.span().end() - 1);
  }

  @Test
  void lookupIgnoresCaseButPrefersTheExactName() {
    JsonObject root = object("{\"Name\": 1, \"name\": 2, \"KIND\": 3}");
    assertThat(root.member("name").orElseThrow().key()).isEqualTo("name");
    assertThat(root.member("NAME").orElseThrow().key()).isEqualTo("name");
    assertThat(root.member("kind")).isPresent();
    assertThat(root.member("type")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 20})
  void theLastOfEqualKeysCounts(int others) {
    StringBuilder text = new StringBuilder("{\"a\": 1");
    for (int i = 0; i < others; i++) {
      text.append(", \"k").append(i).append("\": 0");
    }
    JsonResult result = read(text.append(", \"a\": 2}").toString());
    JsonObject root = result.object().orElseThrow();
    assertThat(root.members()).hasSize(others + 1);
    assertThat(((JsonNumber) root.value("a").orElseThrow()).integer()).hasValue(2);
    assertThat(result.diagnostics())
        .singleElement()
        .extracting(Diagnostic::kind)
        .isEqualTo(Kind.NOTE);
  }

  @Test
  void textAfterTheDocumentIsIgnoredWithANote() {
    JsonResult result = read("{} }\nmore");
    assertThat(result.object()).isPresent();
    assertThat(result.diagnostics()).extracting(Diagnostic::kind).containsExactly(Kind.NOTE);
    assertThat(read("{}  // the end\n").diagnostics()).isEmpty();
  }

  @Test
  void namesNeedNoQuotes() {
    String text = "{a-1: 1, $b : {c: 'x'}, 'd': 2}";
    assertThat(object(text).members())
        .extracting(JsonMember::key)
        .containsExactly("a-1", "$b", "d");
    assertThat(object(text).members())
        .extracting(member -> Source.of("main.json", text).slice(member.keySpan()))
        .containsExactly("a-1", "$b", "'d'");
  }

  @Test
  void numbersMayStartOrEndWithTheirPoint() {
    assertThat(((JsonNumber) read(".5").value().orElseThrow()).value()).isEqualTo("0.5");
    assertThat(((JsonNumber) read("-.5").value().orElseThrow()).value()).isEqualTo("-0.5");
    assertThat(((JsonNumber) read("5.").value().orElseThrow()).value()).isEqualByComparingTo("5");
  }

  @Test
  void onlyWholeNumbersThatFitAreIntegers() {
    assertThat(number("9223372036854775807")).hasValue(Long.MAX_VALUE);
    assertThat(number("-12")).hasValue(-12);
    assertThat(number("9223372036854775808")).isEmpty();
    assertThat(number("1.0")).isEmpty();
    assertThat(number("1e999999999")).isEmpty();
  }

  private static OptionalLong number(String text) {
    return ((JsonNumber) read(text).value().orElseThrow()).integer();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "{'b': {'c': [1,2 ~ 1:17 ~ the file ends too early inside the array `/b/c` of line 1, which"
            + " needs `]`",
        "{'a': 'xx ~ 1:10 ~ the file ends inside a text inside the object of line 1, which needs"
            + " `}`",
        "{'a': /* x ~ 1:11 ~ the file ends inside a comment: `*/` is missing",
        "{'a': foo} ~ 1:7 ~ `foo` is no JSON value",
        "{'a': 1 'b': 2} ~ 1:9 ~ a comma or `}` is missing before `'`",
        "{=a: 1} ~ 1:2 ~ `=` stands where a property name or `}` should",
        "{'a': [1,2}} ~ 1:11 ~ `}` does not close the array `/a` of line 1, which needs `]`",
        "{'a': 'C:\\dir'} ~ 1:11 ~ a backslash with `d` is no escape sequence",
        "[1 2] ~ 1:4 ~ a comma or `]` is missing before `2`",
        "[1,,2] ~ 1:4 ~ `,` stands where a value should",
        "{'a' 1} ~ 1:6 ~ a colon is missing before `1`",
        "{'a': 01} ~ 1:8 ~ the number is not valid at `1`",
        "1e99999999999 ~ 1:1 ~ the number is not valid at `1`",
        "} ~ 1:1 ~ `}` closes nothing",
        "<<<<<<< HEAD ~ 1:1 ~ a merge conflict is not resolved",
        "// nothing ~ 1:11 ~ the file holds no JSON value",
      })
  void aBrokenTextGivesOneDiagnosticThatSaysWhatToDo(String text, String place, String message) {
    JsonResult result = read(text);
    assertThat(result.value()).isEmpty();
    Diagnostic only = result.diagnostics().getFirst();
    assertThat(result.diagnostics()).hasSize(1);
    assertThat(only.message()).isEqualTo(message);
    assertThat(only.location()).hasToString("main.json:" + place);
    assertThat(only.kind()).isEqualTo(Kind.SYNTAX);
    assertThat(only.help()).isPresent();
  }

  @Test
  void anInvisibleCharacterIsNamedByItsCodePoint() {
    assertThat(read("{\u00a0\"a\": 1}").diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("the character U+00A0 stands where a property name or `}` should");
  }

  @Test
  void nestingSizeAndNumbersAreBounded() {
    String deep = "[".repeat(JsonReader.MAX_DEPTH + 1);
    assertThat(read(deep).diagnostics()).extracting(Diagnostic::kind).containsExactly(Kind.LIMIT);
    String allowed = "[".repeat(JsonReader.MAX_DEPTH) + "]".repeat(JsonReader.MAX_DEPTH);
    assertThat(read(allowed).value()).isPresent();
    assertThat(read("1".repeat(2000)).diagnostics())
        .extracting(Diagnostic::kind)
        .containsExactly(Kind.LIMIT);
    assertThat(read("{} " + deep).value()).isPresent();
    assertThat(JsonReader.read(Source.of("main.json", "[1, 2]"), 5).diagnostics())
        .extracting(Diagnostic::kind)
        .containsExactly(Kind.LIMIT);
  }

  @Test
  void aTextCutAnywhereNeverThrows() {
    for (int end = 0; end < TEMPLATE.strip().length(); end++) {
      String cut = TEMPLATE.substring(0, end);
      JsonResult result = read(cut);
      assertThat(result.value()).as(cut).isEmpty();
      assertThat(result.diagnostics()).as(cut).hasSize(1);
    }
  }

  @Test
  void aMemberSpansKeyAndValue() {
    assertThat(object("{ \"a\" : [ ] }").members().getFirst().span()).isEqualTo(new Span(2, 11));
  }
}
