package dev.keylint.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Source;
import dev.keylint.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which columns of a line are marked.
final class CodeLineTest {
  private static final String TEXT = "environment:\n  wide: \u8a9e x\n\nend";

  /// @param from,to the range in the text; an empty one is a place
  @ParameterizedTest
  @CsvSource({
    "0,0,   0,1",
    "0,11,  0,11",
    "4,4,   4,5",
    "12,12, 12,13",
    "15,15, 2,3",
    "21,21, 8,10",
    "23,23, 11,12",
    "25,25, 0,1",
    "26,26, 0,1",
    "29,29, 3,4",
  })
  void marksStandWhereTheRangeDoes(int from, int to, int start, int end) {
    CodeLine line =
        CodeLine.of(
            Source.of("a.yaml", TEXT), new Span(from, to), new Excerpts(Redaction.byShape()), 80);
    assertThat(line.start()).isEqualTo(start);
    assertThat(line.end()).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({"0", "150", "299"})
  void aPlaceInALongLineIsMarked(int at) {
    Source source = Source.of("a.yaml", "abcdefghij".repeat(30));
    CodeLine line = CodeLine.of(source, new Span(at, at), new Excerpts(Redaction.byShape()), 40);
    assertThat(line.text().charAt(line.start())).isEqualTo(source.text().charAt(at));
    assertThat(line.end() - line.start()).isEqualTo(1);
  }
}
