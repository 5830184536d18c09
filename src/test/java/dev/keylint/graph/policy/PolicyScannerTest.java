package dev.keylint.graph.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyScannerTest {
  private static PolicyElement scan(String xml) {
    Value value = new Value.Str(xml, Origin.at(new Location.WholeFile("p.xml")));
    Property property = new Property("value", value.origin().at(), value);
    return PolicyScanner.read(new PolicyDocument(property, PartialText.of(value).orElseThrow()))
        .root();
  }

  private static String show(PolicyElement element) {
    StringBuilder out = new StringBuilder(element.name());
    element
        .attributes()
        .forEach(
            each -> out.append(' ').append(each.name()).append('=').append(each.value().chars()));
    if (!element.children().isEmpty()) {
      out.append('[');
      element.children().forEach(child -> out.append(show(child)).append(';'));
      out.append(']');
    }
    return out.toString();
  }

  @Test
  void elementsAndAttributes() {
    assertThat(show(scan("<?xml version='1.0'?><a x='1' y = \"2\"><!-- <z/> --><b/><c>t</c></a>")))
        .isEqualTo("[a x=1 y=2[b;c;];]");
  }

  @Test
  void expressionsHoldQuotesAndAngleBrackets() {
    assertThat(
            show(
                scan(
                    """
                    <when condition="@(context.Request.Headers.GetValueOrDefault("x", "") == ")")">
                      <set-variable name="t" value='@{ return a < b ? "<x>" : ''; }' />
                      <set-body>@{ var l = new List<string>(); if (1 < 2) { return "<y/>"; } }</set-body>
                      <b k="&lt;&quot;1&quot;"/>
                    </when>
                    """)))
        .isEqualTo(
            "[when condition=@(context.Request.Headers.GetValueOrDefault(\"x\", \"\") == \")\")"
                + "[set-variable name=t value=@{ return a < b ? \"<x>\" : ''; };set-body;b"
                + " k=<\"1\";];]");
  }

  @Test
  void escapedExpressionsToo() {
    assertThat(show(scan("<a c=\"@(x.Contains(&quot;(&quot;))\"><b/></a>")))
        .isEqualTo("[a c=@(x.Contains(\"(\"))[b;];]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "<a",
        "<a b",
        "<a b=",
        "<a b='",
        "</",
        "</a>",
        "<a></b></a>",
        "<a><b></a>",
        "<!--",
        "<![CDATA[",
        "<a x=@(",
        "<a x='@(",
        "@(",
        "@{\"",
        "<a x='@{\"'/><b/>",
        "& <1> </ > <a/ >"
      })
  void anythingIsRead(String xml) {
    assertThat(scan(xml).name()).isEmpty();
  }

  @Test
  void anUnclosedElementDoesNotSwallowItsSiblingsEnd() {
    assertThat(show(scan("<a><b><c/></a><d/>"))).isEqualTo("[a[b[c;];];d;]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<!--<z>--><b/>            | [b;]",
        "<![CDATA[<z>]]><b/>       | [b;]",
        "<?x <z> ?><b/>            | [b;]",
        "<a></x><b/></a><c/>       | [a[b;];c;]",
        "<a><b></A><c/>            | [a[b;];c;]",
        "@(\"<z/>\")<b/>           | [b;]",
        "@home <b/>                | [b;]",
        "1 < 2 <b/> <3/>           | [b;]",
        "<b/>@( <c/>               | [b;c;]",
        "<b/><!-- <z/>             | [b;]",
        "<!-- <z/>                 | ``",
      })
  void onlyTagsMakeElements(String xml, String shown) {
    assertThat(show(scan(xml))).isEqualTo(shown);
  }

  @Test
  void whatIsNestedTooDeepIsNotNestedFurther() {
    PolicyElement element = scan("<a>".repeat(150) + "<b/>");
    int depth = 0;
    while (!element.children().isEmpty()) {
      element = element.children().getFirst();
      depth++;
    }
    assertThat(depth).isEqualTo(101);
  }

  @Test
  void theContentOfAnElementIsWhatStandsBetweenItsTags() {
    PolicyElement url = scan("<u k='v'>https://a</u><b/>").children().getFirst();
    assertThat(url.content().value().chars()).isEqualTo("https://a");
    PolicyElement open = scan("<b/><u>https://a").children().getLast();
    assertThat(open.content().value().chars()).isEqualTo("https://a");
  }

  @Test
  void hostileTextsTakeLinearTime() {
    for (String part : new String[] {"<a>", "@(", "<a x='@(", "</a>", "<a x=\"@{", "&quot;"}) {
      String xml = part.repeat(200_000 / part.length());
      org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(5), () -> scan(xml), part);
    }
  }
}
