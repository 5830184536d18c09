package dev.keylint.graph.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Start tags, in which expressions hold quotes and brackets of their own.
class PolicyTagsTest {
  private static PolicyTags.Tag read(String xml) {
    return new PolicyTags(PartialText.of(xml, Origin.at(new Location.WholeFile("p.xml")))).read(0);
  }

  /// The attributes, each as it is written.
  private static List<String> attributes(String xml) {
    return read(xml).attributes().stream().map(it -> xml.substring(it.from(), it.to())).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<a>t                    | a           | false | <a>",
        "<a/>t                   | a           | true  | <a/>",
        "<a x='1' />t            | a           | true  | <a x='1' />",
        "<a x='>' >t             | a           | false | <a x='>' >",
        "<set-x_y:z.w1 >t        | set-x_y:z.w1 | false | <set-x_y:z.w1 >",
        "<a x<b/>                | a           | false | <a x",
        "<a x                    | a           | false | <a x",
      })
  void aTagEndsAtItsBracketOrWhereTheNextOneStarts(
      String xml, String name, boolean closed, String whole) {
    PolicyTags.Tag tag = read(xml);
    assertThat(tag.name()).isEqualTo(name);
    assertThat(tag.closed()).isEqualTo(closed);
    assertThat(xml.substring(0, tag.end())).isEqualTo(whole);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<a x='1' y = \"2\"z='3'>             | x='1'     | y = \"2\"",
        "<a x=1 y='2' z>                      | y='2'     |",
        "<a x y='2'>                          | y='2'     |",
        "<a x = y='2'>                        | y='2'     |",
        "<a x='it is \"so\"' y='2'>           | x='it is \"so\"' | y='2'",
        "<a x='open                           | x='open   |",
      })
  void attributesAreNamesWithAQuotedValue(String xml, String first, String second) {
    assertThat(attributes(xml)).startsWith(first);
    if (second != null) {
      assertThat(attributes(xml)).element(1).isEqualTo(second);
    }
  }

  /// Each stands in double quotes, before another attribute.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "@(a[\"x\"])",
        "@{ return \"}\"; }",
        "@(f(\"(\", \")\"))",
        "@(\"a \\\" (\")",
        "@(@\"a\\\" + \")\")",
        "@(@\"a\\\")",
        "@(f(&quot;) \" &quot;))",
        "@(f(&#34;) \" &#34;))",
        "@(f(&#x22;) \" &#x22;))",
        "@(f(\") &quot; \"))",
        "@(a &amp;&amp; \"b\")",
        "@(a &lt; f(\"(\"))",
        "@(c == '(' ? \"b\" : 'd')",
        "@(c == '\"' ? 'b' : '\"')",
        "@(c == '&quot;' ? \")\" : 'd')",
        "@(c == '\\u0028' ? \")\" : 'd')",
        "@( /*/ ( */ \"q\" )",
        "@( /* don't */ f( /* we can't */ \"q\" ))",
      })
  void anExpressionEndsWithItsBracket(String expression) {
    String written = "x=\"" + expression + "\"";
    assertThat(attributes("<a " + written + " y='2'>")).containsExactly(written, "y='2'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<a x='@(1) + 2' y='3'>        | x='@(1) + 2' | y='3'",
        "<a x='me@home' y='3'>         | x='me@home'  | y='3'",
        "<a x='@home(' y='3'>          | x='@home('   | y='3'",
        "<a x='@(' y='@(1)' z='@('>    | x='@('       | y='@(1)'",
        "<a x='@()                     | x='@()       |",
        "<a x='@                       | x='@         |",
        "<a x='@' y='3'>               | x='@'        | y='3'",
        "<a x='@( // b' y='3'>         | x='@( // b'  | y='3'",
        "<a x='@( /* b' y='3'>         | x='@( /* b'  | y='3'",
        "<a x='@(\"\\                  | x='@(\"\\    |",
      })
  void whatIsNoExpressionEndsWithItsQuote(String xml, String first, String second) {
    attributesAreNamesWithAQuotedValue(xml, first, second);
  }

  /// So that a text of many that have no end takes no longer.
  @Test
  void afterAnExpressionWithoutEndNoneIsLookedFor() {
    assertThat(attributes("<a y='@('b')' z='3'>")).containsExactly("y='@('b')'", "z='3'");
    assertThat(attributes("<a x='@(' y='@('b')' z='3'>"))
        .containsExactly("x='@('", "y='@('", "z='3'");
  }
}
