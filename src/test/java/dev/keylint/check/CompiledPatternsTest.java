package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Regular expressions that are kept.
final class CompiledPatternsTest {
  @Test
  void whatIsKeptStaysWhateverElseComes() {
    Patterns patterns = new Patterns();
    var first = patterns.of("ai-.*");
    for (int i = 0; i < 3000; i++) {
      assertThat(patterns.of("other" + i)).isPresent();
    }
    assertThat(patterns.of("ai-.*")).isSameAs(first);
    assertThat(patterns.of("other2999")).isNotSameAs(patterns.of("other2999"));
  }
}
