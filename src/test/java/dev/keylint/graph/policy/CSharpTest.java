package dev.keylint.graph.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CSharpTest {
  private static CSharp read(String code) {
    return CSharp.of(PartialText.of(code, Origin.at(new Location.WholeFile("p.xml"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@(\"Bearer \" + (string)context.Variables[\"tok\"])",
        "@(\"Bearer \" + context.Variables.GetValueOrDefault<string>(\"tok\"))",
        "@(\"Bearer \" + context.Variables.GetValueOrDefault<string>( \"tok\", \"\"))",
        "@($\"Bearer {context.Variables[\"tok\"]}\")",
        "@{ string t; context.Variables.TryGetValue(@\"tok\", out t); return t; }",
        "Bearer @((string)context.Variables [ \"TOK\" ])",
      })
  void variablesAreReadByName(String code) {
    assertThat(read(code).variables()).containsExactly("tok");
    assertThat(read(code).dynamic()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "/* x */", "// x\n"})
  void blanksAndCommentsSayNothingHoweverMany(String gap) {
    String gaps = gap.repeat(500);
    CSharp read = read("@((string)context.Variables[GAP\"tok\"GAP])".replace("GAP", gaps));
    assertThat(read.variables()).containsExactly("tok");
    assertThat(read.texts()).isEmpty();
    assertThat(read("@(context.VariablesGAP[GAPname])".replace("GAP", gaps)).dynamic()).isTrue();
    assertThat(read("@(\"a\"GAP+GAP\"b\"GAP+GAPc)".replace("GAP", gaps)).texts().getFirst().chars())
        .isEqualTo("ab" + PartialText.HOLE);
    String joined = "@(string.JoinGAP(x, \"a\"))".replace("GAP", gaps);
    PartialText whole = PartialText.of(joined, Origin.at(new Location.WholeFile("p.xml")));
    assertThat(CSharp.makesTexts(whole)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@((string)context.Variables[name])",
        "@((string)context.Variables[context.Api.Id + \"-tok\"])",
        "@(context.Variables.GetValueOrDefault<string>((string)context.Variables[\"which\"]))",
      })
  void orByANameThatIsMadeAtRunTime(String code) {
    assertThat(read(code).dynamic()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@(context.Request.Headers.GetValueOrDefault(\"tok\", \"\"))",
        "@(context.Variables.ContainsKey(\"tok\"))",
        "@{ // context.Variables[\"tok\"]\n return 'x'; }",
        "@{ /* context.Variables[\"tok\"] */ return \"Variables[tok]\"; }",
      })
  void nothingElseReadsThem(String code) {
    assertThat(read(code).variables()).isEmpty();
    assertThat(read(code).dynamic()).isFalse();
  }

  @Test
  void whatIsPutBehindOrIntoATextIsNoAlternative() {
    CSharp read =
        read(
            "@(x ? \"https://a.example/\" + (string)context.Variables[\"path\"]"
                + " : y ? $\"https://b.example/{context.Variables[\"id\"]}\""
                + " : (string)context.Variables[\"whole\"] + \"/x\")");
    assertThat(read.variables()).containsExactlyInAnyOrder("path", "id", "whole");
    assertThat(read.alternatives()).containsExactly("whole");
  }

  @Test
  void textsAreCollected() {
    CSharp read =
        read("@(a ? \"one\" : b == '\"' ? @\"t\"\"wo\" : $\"https://{host}.example\" + \"\\\"x\")");
    assertThat(read.texts())
        .extracting(PartialText::chars)
        .containsExactly("one", "t\"wo", "https://" + PartialText.HOLE + ".example\"x");
  }

  @Test
  void aTextThatSomethingIsPutBehindGoesOnUnknown() {
    for (String code : List.of("\"a\" +", "\"a\" + ", "\"a\" + b")) {
      assertThat(read(code).texts())
          .extracting(PartialText::chars)
          .containsExactly("a" + PartialText.HOLE);
    }
    assertThat(read("\"a\"").texts()).extracting(PartialText::chars).containsExactly("a");
  }

  @Test
  void aCharacterMayBeWrittenAsItsNumber() {
    assertThat(read("@(c == '\\u0028'||c=='\"' ? \"a\" : x)").texts())
        .extracting(PartialText::chars)
        .containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"", "$\"{", "@\"", "'", "/*", "Variables[", "Variables.GetValueOrDefault<"})
  void hostileCodeIsRead(String part) {
    assertThat(read(part.repeat(200_000 / part.length())).variables()).hasSizeLessThan(2);
  }
}
