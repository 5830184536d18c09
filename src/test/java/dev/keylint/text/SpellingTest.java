package dev.keylint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "name, name, 0",
    "name, NAME, 0",
    "nmae, name, 1",
    "naem, name, 1",
    "nam, name, 1",
    "names, name, 1",
    "nane, name, 1",
    "mane, name, 2",
    "'', name, 4",
    "eman, name, 3",
    "severty, severity, 1",
    "ab, ba, 1",
    "abc, cba, 2",
  })
  void aSwapOfNeighboursIsOneEdit(String from, String to, int distance) {
    assertThat(Spelling.distance(from, to)).isEqualTo(distance);
    assertThat(Spelling.distance(to, from)).isEqualTo(distance);
  }

  @Test
  void whatIsTooFarAwayIsNotMeant() {
    assertThat(Spelling.closest("nmae", List.of("kind", "name"))).contains("name");
    assertThat(Spelling.closest("xyz", List.of("kind", "name"))).isEmpty();
    assertThat(Spelling.closest("sku", List.of("skt", "skv"))).contains("skt");
  }
}
