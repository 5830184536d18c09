package dev.keylint.graph.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlTextTest {
  private static PartialText text(String chars) {
    return PartialText.of(chars, Origin.at(new Location.WholeFile("p.xml")));
  }

  @ParameterizedTest
  @CsvSource({
    "https://s&#101;arch,        https://search",
    "https://s&#x65;arch,        https://search",
    "https://s&#x0065;arch,      https://search",
    "&#104;&#116;&#116;p,        http",
    "&#x1F511;,                  \uD83D\uDD11",
    "a&amp;lt;b,                 a&lt;b",
    "&lt;&quot;&apos;&gt;&amp;,  <\"'>&",
    "a && b & c; d,              a && b & c; d",
    "&#xFFFFFFFF;&#zz;&;,        &#xFFFFFFFF;&#zz;&;",
    "<!-- x -->,                 <!-- x -->",
  })
  void attributes(String written, String text) {
    assertThat(XmlText.attribute(text(written)).chars()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a<!-- no -->b,         https://ab",
    "<![CDATA[https://a&amp;b]]>/c, https://a&amp;b/c",
    "x<![CDATA[y]]>&#122;,          xyz",
    "<![CDATA[open,                 open",
    "a<!-- open,                    a",
    "a<!b,                          a<!b",
  })
  void contents(String written, String text) {
    assertThat(XmlText.content(text(written)).chars()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://&host;/x", "&my-host;", "&a.b;"})
  void whatOnlyADoctypeKnowsIsAHole(String written) {
    PartialText text = XmlText.attribute(text(written));
    assertThat(text.holes()).hasSize(1);
    assertThat(((Value.Unknown) text.holes().getFirst()).reason())
        .isInstanceOf(Reason.NotStated.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"&", "<!", "<!--", "&#", "<![CDATA["})
  void hostileTextsAreRead(String part) {
    String hostile = part.repeat(100_000 / part.length());
    assertThat(XmlText.content(text(hostile)).chars().length()).isLessThanOrEqualTo(100_000);
  }
}
