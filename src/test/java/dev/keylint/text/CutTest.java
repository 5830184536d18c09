package dev.keylint.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CutTest {
  @Test
  void whatFitsStays() {
    assertThat(Cut.to("abc", 3)).isEqualTo("abc");
    assertThat(Cut.to("", 3)).isEmpty();
  }

  @Test
  void theBeginningOfALongerTextIsShown() {
    assertThat(Cut.to("abcd", 3)).isEqualTo("abc…");
  }

  /// Outside of the first plane a character is a pair, of which one half can't be written in UTF-8.
  @Test
  void noCharacterIsCutInHalf() {
    assertThat(Cut.to("ab🔑d", 3)).isEqualTo("ab…");
    assertThat(Cut.to("ab🔑d", 4)).isEqualTo("ab🔑…");
    assertThat(Cut.beginning("🔑🔑", 3)).isEqualTo("🔑");
  }
}
