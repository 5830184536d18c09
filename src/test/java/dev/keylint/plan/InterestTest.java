package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which types rules look at: some with all below them, or any.
class InterestTest {
  private static final Interest SOME =
      Interest.in(Set.of("a.b/c", "d.e/f"), _ -> true, _ -> List.of());

  @ParameterizedTest
  @CsvSource({
    "A.B/c,        a.b/c, true",
    "a.b/C/d/e,    a.b/c, true",
    "a.b/cc,       a.b/cc, false",
    "A.B,          a.b, false",
    "a.b/c/,       a.b/c, true",
    "*,            *, false",
  })
  void ofATypeItsOutermostOneCounts(String type, String top, boolean covered) {
    assertThat(Interest.top(type)).isEqualTo(top);
    assertThat(SOME.covers(type)).isEqualTo(covered);
    assertThat(Interest.ALL.covers(type)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"a.b/c, true", "x.y/z, false", "*, true"})
  void whatATemplateMentionsIsOfInterestOrNot(String mentioned, boolean meets) {
    assertThat(SOME.meets(Set.of(mentioned, "u.v/w"))).isEqualTo(meets);
    assertThat(Interest.ALL.meets(Set.of(mentioned))).isTrue();
    assertThat(SOME.meets(Set.of())).isFalse();
  }
}
