package dev.keylint.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which line of an edited file is the one that was there before.
final class MovedPlacesTest {
  private static Location in(String path, String text, String word) {
    int at = text.indexOf(word);
    return new Location.InFile(Source.of(path, text), new Span(at, at + word.length()));
  }

  @ParameterizedTest
  @CsvSource({
    // what was, what is, of which word in the one, of which word in the other, whether they are one
    "a b c d, a b c d, c, c, true",
    "a b c d, a b c d, c, d, false",
    "a b c d, a x b c d, c, c, true",
    "a b c d, a x b c d, c, b, false",
    "a b c d, b c d, d, d, true",
    "a b c d, a b x d, c, x, true",
    "a b c d, a x y z d, b, z, true",
    "a b c d, a x y z d, b, d, false",
    "a b c d, a x y z d, a, x, false",
    "a b c d, a b d, c, d, false",
    "a b c d, a b d, c, b, false",
    "a b c d, a b c d x, d, x, false",
  })
  void aLineIsTheSameWhereverItMoves(
      String before, String now, String word, String other, boolean same) {
    assertThat(new MovedPlaces().areSame(in("a", lines(before), word), in("a", lines(now), other)))
        .isEqualTo(same);
  }

  private static String lines(String words) {
    return words.replace(' ', '\n') + "\n";
  }

  @ParameterizedTest
  @CsvSource({"a.bicep, a.bicep, true", "a.bicep, b.bicep, false"})
  void onlyPlacesOfOneFileMayBeTheSame(String path, String other, boolean same) {
    assertThat(new MovedPlaces().areSame(in(path, "a", "a"), in(other, "a", "a"))).isEqualTo(same);
    assertThat(
            new MovedPlaces().areSame(new Location.WholeFile(path), new Location.WholeFile(other)))
        .isEqualTo(same);
    assertThat(new MovedPlaces().areSame(in(path, "a", "a"), new Location.WholeFile(path)))
        .isFalse();
  }
}
