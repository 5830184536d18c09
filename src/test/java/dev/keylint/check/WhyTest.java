package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Location;
import org.junit.jupiter.api.Test;

/// Which values decided: the most telling first, each once.
final class WhyTest {
  private static final Place ROOT = Place.root("resource", new Location.WholeFile("a.bicep"));
  private static final Place ONE = ROOT.missing("one");
  private static final Place TWO = ROOT.missing("two");

  @Test
  void nothingAddsNothing() {
    Why one = Why.of(ONE);
    assertThat(Why.nothing().and(one)).isEqualTo(one);
    assertThat(one.and(Why.nothing())).isEqualTo(one);
    assertThat(Why.nothing().and(Why.nothing()).places()).isEmpty();
    assertThat(Why.nothing().leading()).isEmpty();
  }

  @Test
  void theFirstLeads() {
    Why both = Why.of(ONE).and(Why.of(TWO));
    assertThat(both.leading()).hasValue(ONE);
    assertThat(both.places()).containsExactly(ONE, TWO);
    assertThat(Why.of(TWO).and(both).places()).containsExactly(TWO, ONE);
  }

  @Test
  void whatIsSharedIsLookedAtOnce() {
    Why why = Why.of(ONE).and(Why.of(TWO));
    for (int i = 0; i < 60; i++) {
      why = why.and(why);
    }
    assertThat(why.places()).containsExactly(ONE, TWO);
  }

  @Test
  void aPathReadsAsTheExpressionHasIt() {
    assertThat(ONE.missing("inner").path()).isEqualTo("resource.one.inner");
    assertThat(ONE).hasToString("resource.one (a.bicep)");
    assertThat(Asked.result("resource.list[1].a", "list: [{a: 1}, {a: 2}]").why().places())
        .extracting(Place::path)
        .containsExactly("resource.list[1].a");
  }
}
