package dev.keylint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// XML that comes to stand behind an element, which `PART` is a part of.
final class XmlInsertionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<in><a b=\"PART\" /><c /></in>       | <in><a b=\"PART\" /><new /><c /></in>",
        "<a b=\"PART\">text</a><c />          | <a b=\"PART\">text</a><new /><c />",
        "<a x=\"1 > 0\" b=\"PART\" />         | <a x=\"1 > 0\" b=\"PART\" /><new />",
        "<a x='1 > 0' b='PART' />             | <a x='1 > 0' b='PART' /><new />",
        "<a x=\"it's > 0\" b=\"PART\" />      | <a x=\"it's > 0\" b=\"PART\" /><new />",
      })
  void standsBehindTheWholeElement(String before, String after) {
    int at = before.indexOf("PART");
    Attempt attempt = XmlInsertion.behind(before, new Span(at, at + 4), "<new />");
    assertThat(attempt).isInstanceOf(Attempt.Made.class);
    Splice splice = ((Attempt.Made) attempt).splices().getFirst();
    assertThat(new StringBuilder(before).insert(splice.start(), splice.text())).hasToString(after);
  }
}
