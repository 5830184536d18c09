package dev.keylint.graph.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The texts of expressions, of which `?` is a part that only a request knows.
class CSharpTextsTest {
  private static CSharp read(String code) {
    return CSharp.of(PartialText.of(code, Origin.at(new Location.WholeFile("p.xml"))));
  }

  private static String texts(String code) {
    List<String> texts =
        read(code).texts().stream().map(it -> it.chars().replace(PartialText.HOLE, '?')).toList();
    return String.join(" ", texts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "@(f(\"a\", \"b\"))                    | a b",
        "@(\"\\u0041\\x42\\\\\\\"c\")          | AB\\\"c",
        "@(@\"a\\b\")                          | a\\b",
        "@(@\"a\"\"b\")                        | a\"b",
        "@($\"a{x}b\")                         | a?b",
        "@($@\"a\\{x}b\")                      | a\\?b",
        "@(@$\"a\\{x}b\")                      | a\\?b",
        "@(\"a{x}b\")                          | a{x}b",
        "@($\"a{x                              | a?",
        "@(\"a                                 | a",
        "@(\"a\\                               | a",
      })
  void aLiteralIsWhatItStandsFor(String code, String texts) {
    assertThat(texts(code)).isEqualTo(texts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "@(\"a\" + \"b\" +  \"c\")             | abc",
        "@(\"a\" + @\"b\" + $\"c\")            | abc",
        "@(\"a\" + x)                          | a?",
        "@(x + \"b\")                          | ?b",
        "@(\"a\" + x + \"b\")                  | a? ?b",
        "@(\"a\" + x + \"b\" + \"c\")          | a? ?bc",
        "@(y ? \"a\" : \"b\" + \"c\")          | a bc",
        "@(f(\"a\") + \"b\")                   | a ?b",
        "@(\"a\" + \"b\" + context.Variables[\"v\"] + \"c\") | ab? ?c",
      })
  void textsThatAreAddedAreOne(String code, String texts) {
    assertThat(texts(code)).isEqualTo(texts);
  }

  @Test
  void longTextsAreNotPutTogether() {
    String longest = "x".repeat(2000);
    assertThat(texts("@(\"" + longest.substring(1) + "\" + \"y\")"))
        .isEqualTo(longest.substring(1) + "y");
    assertThat(texts("@(\"" + longest + "\" + \"y\")")).isEqualTo(longest + " ?y");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "@(c == '\"' ? \"a\" : \"b\")          | a b",
        "@(c == '\\'' ? \"a\" : \"b\")         | a b",
        "@(c == '\\u0022' ? \"a\" : \"b\")     | a b",
        "@(we don't \"a\" can't)               | a",
        "@('\\''+\"a\"+'b')                   | ?a?",
        "@('\\u0022'+\"a\"+'b')               | ?a?",
        "@('\\u00220'+\"a\"+'b')              | ``",
        "@{ /* \"no\" */ return \"a\"; }       | a",
        "@{ \"a\" /* \"no                      | a",
        "@(\"a//b\" /* c */ + \"/*d\")         | a//b/*d",
      })
  void commentsAndCharactersAreNone(String code, String texts) {
    assertThat(texts(code)).isEqualTo(texts);
  }

  @Test
  void aCommentEndsWithItsLine() {
    assertThat(texts("@{ // \"no\"\n return \"a\"; // \"no\"")).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@((int)context.Variables[\"v\"])",
        "@((bool) context.Variables[\"v\"])",
        "@(context.Variables.GetValueOrDefault<int>(\"v\"))",
        "@(context.Variables.ContainsKey(\"v\"))",
      })
  void aNumberOrTruthGivesNoText(String code) {
    assertThat(read(code).variables()).isEmpty();
    assertThat(read(code).texts().stream().map(PartialText::chars).toList())
        .isSubsetOf(List.of("v"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "@(context.Variables[\"a\"])                                | false",
        "@(context.Variables[$@\"a\"])                              | false",
        "@(context.Variables[$name])                                | true",
        "@(context.Variables[\"a\"] + context.Variables[b])         | true",
        "@(context.Variables[\"a\"] + context.Variables[            | false",
        "@(context.Variables[b] /* b */ + \"a\")                     | true",
        "@(context.Variables[/* b */ \"a\"])                        | false",
        "@(x)                                                       | false",
      })
  void aNameMayBeMadeAtRunTime(String code, boolean dynamic) {
    assertThat(read(code).dynamic()).isEqualTo(dynamic);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "@(x)                | true  | false",
        "@{ return x; }      | true  | false",
        "me@home             | false | false",
        "@(a.Replace(b, c))  | true  | true",
        "@(a.ToLower())      | true  | true",
        "@(a.Contains(b))    | true  | false",
      })
  void functionsMakeOtherTexts(String code, boolean expression, boolean makes) {
    PartialText text = PartialText.of(code, Origin.at(new Location.WholeFile("p.xml")));
    assertThat(CSharp.isIn(text)).isEqualTo(expression);
    assertThat(CSharp.makesTexts(text)).isEqualTo(makes);
  }
}
