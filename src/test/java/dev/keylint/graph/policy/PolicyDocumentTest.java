package dev.keylint.graph.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a part of a policy is written, although templates change the text before it is read.
class PolicyDocumentTest {
  private static final String BEFORE = "<a x='1'/><b/> value: '";
  private static final String BEHIND = "' <a x='1'/><b/>";
  private static final Location WHOLE = new Location.WholeFile("the property");

  /// What stands at the place of the last element's attribute `x`, or of its content, with the text
  /// before it; the text is written in the template in one way and read in another.
  private static String place(String written, String read) {
    Source source = Source.of("main.bicep", BEFORE + written + BEHIND);
    Span span = new Span(BEFORE.length(), BEFORE.length() + written.length());
    Location at = place(read, new Location.InFile(source, span));
    if (!(at instanceof Location.InFile(_, var part))) {
      return at.toString();
    }
    return written.substring(0, part.start() - BEFORE.length()) + "[" + source.slice(part) + "]";
  }

  private static Location place(String read, Location origin) {
    PolicyElement element = root(read, origin);
    while (!element.children().isEmpty()) {
      element = element.children().getLast();
    }
    return element.document().at(element.attribute("x").orElse(element.content()));
  }

  private static PolicyElement root(String read, Location origin) {
    PartialText text = PartialText.of(read, Origin.at(origin));
    Property property = new Property("value", WHOLE, new Value.Str(read, text.origin()));
    return PolicyScanner.read(new PolicyDocument(property, text)).root();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<a x='1'/>                    | <a x='1'/>            | <a [x='1']",
        "<a y='0' x='1'/>              | <a x='1'/>            | <a y='0' [x='1']",
        "<a x='1'/><a x='1'/>          | <a x='1'/><a x='1'/>  | <a x='1'/><a [x='1']",
        "<b x='1'/><a x='1'/>          | <b x='1'/><a x='1'/>  | <b x='1'/><a [x='1']",
        "<a-1 x='1'/>                  | <a-1 x='1'/>          | <a-1 [x='1']",
        "<u>https://a</u>              | <u>https://a</u>      | <u>[https://a]",
        "<a x=\\\"1\\\"/>              | <a x=\"1\"/>          | <a [x=\\\"1\\\"]",
      })
  void aPartIsPlacedWhereItIsWritten(String written, String read, String place) {
    assertThat(place(written, read)).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<a x='{id}'/>                 | <a x='1'/>                 | [<a]",
        "<b-2 x='1'/><b-2 x='{id}'/>   | <b-2 x='2'/><b-2 x='1'/>   | <b-2 x='1'/>[<b-2]",
        "<c><a x='{id}'/></c><a x='1'/> | <a x='0'/><c><a x='1'/></c> | <c><a x='{id}'/></c><a"
            + " [x='1']",
        "t<ab                          | t<ab                       | t[<ab]",
      })
  void aPartThatIsFilledInIsPlacedAtItsTag(String written, String read, String place) {
    assertThat(place(written, read)).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<a x='1'/>              | <a x='0'/><a x='1'/>",
        "<a x='1'/><a x='2'/>    | <a x='2'/>",
        "{all}                   | <a x='1'/>",
        "{all}                   | no element",
        "<u></u>                 | <u></u>",
      })
  void whereTheTagsDifferItIsTheWholeProperty(String written, String read) {
    assertThat(place(written, read)).isEqualTo(WHOLE.toString());
  }

  @Test
  void aTextOfUnknownPlaceIsTheWholePropertyToo() {
    assertThat(place("<a x='1'/>", new Location.WholeFile("elsewhere"))).isEqualTo(WHOLE);
  }

  @Test
  void aContentThatBeginsWithAnElementIsPlacedWithIt() {
    String written = "<u><a/>b</u>";
    Source source = Source.of("main.bicep", written);
    PolicyElement outer =
        root(written, new Location.InFile(source, new Span(0, written.length())))
            .children()
            .getFirst();
    assertThat(outer.document().at(outer.content()))
        .isEqualTo(new Location.InFile(source, new Span(3, 8)));
  }

  /// The next tag may be written as this one reads.
  @Test
  void aPartIsNotSoughtInTheNextTag() {
    String written = "<a x='{id}'/><a x='1'/>";
    Source source = Source.of("main.bicep", written);
    PolicyElement first =
        root("<a x='1'/><a x='1'/>", new Location.InFile(source, new Span(0, written.length())))
            .children()
            .getFirst();
    assertThat(first.document().at(first.attribute("x").orElseThrow()))
        .isEqualTo(new Location.InFile(source, new Span(0, 2)));
  }
}
