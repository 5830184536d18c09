package dev.keylint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a place is in another text of its file.
final class PlacesNowTest {
  private static Location place(String text, String word) {
    int at = text.indexOf(word);
    return new Location.InFile(Source.of("a", text), new Span(at, at + word.length()));
  }

  private static String lines(String text) {
    return text.replace('/', '\n');
  }

  @ParameterizedTest
  @CsvSource({
    // what was, what is, of which word, where that is
    "a/b/c, a/b/c, c, a:3:1",
    "a/b/c, x/y/a/b/c, c, a:5:1",
    "x/y/a/b/c, a/b/c, c, a:3:1",
    "a/b/c, a/b/c/x, b, a:2:1",
    "a/on: no end/c, a/on: never end/c, on, a:2:1",
    "a/on: no end/c, a/on: never end/c, end, a:2:11",
    "a/on: no end/c, a/on: never end/c, 'o end', a:2:6",
    "a/b/c, a/c, b, a:2:1",
    "a/b c/d, x/a/y/b d/d, c, a:3:1",
  })
  void byTheLinesThatStayed(String before, String now, String word, String place) {
    PlacesNow places = new PlacesNow(_ -> Optional.of(lines(now)));
    assertThat(places.of(place(lines(before), word))).hasToString(place);
  }

  @Test
  void whatIsNotInAFileThatIsHereStays() {
    PlacesNow places = new PlacesNow(_ -> Optional.empty());
    assertThat(places.of(place("a\nb", "b"))).hasToString("a:2:1");
    assertThat(places.of(new Location.WholeFile("a"))).hasToString("a");
  }

  /// What it held can't be compared any more.
  @Test
  void whatIsInALostSourceStays() {
    Source lost = Source.of("a", String.valueOf("a\nb".toCharArray()), Optional::empty);
    Location place = new Location.InFile(lost, new Span(2, 3));
    assertThat(place).hasToString("a:2:1");
    for (int i = 0; i < 50 && !lost.isLost(); i++) {
      System.gc();
    }
    assertThat(new PlacesNow(_ -> Optional.of("x\na\nb")).of(place)).isEqualTo(place);
  }
}
