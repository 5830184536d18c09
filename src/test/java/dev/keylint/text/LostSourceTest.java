package dev.keylint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// A source whose file changed: what is known of its places stays, and nothing is thrown.
class LostSourceTest {
  private static final String TEXT = "one\ntwo\r\nthree";

  @Test
  void placesOutliveTheText() {
    Source source = lost(true);
    assertThat(source.position(5)).isEqualTo(new Position(2, 2));
    assertThat(source.lineCount()).isEqualTo(3);
    assertThat(source.line(2)).isEmpty();
    assertThat(source.line(3)).isEmpty();
    assertThat(source.slice(new Span(4, 7))).isEmpty();
    assertThat(source.text()).isEmpty();
    assertThat(source.isLost()).isTrue();
  }

  @Test
  void whatWasNeverAskedForIsTheStartOfTheFile() {
    Source source = lost(false);
    assertThat(source.position(5).line()).isEqualTo(1);
    assertThat(source.line(1)).isEmpty();
    assertThat(source.lineEnd(1)).isNotNegative();
    assertThat(source.isLost()).isTrue();
  }

  @Test
  void aSourceThatCanBeReadAgainIsNotLost() {
    AtomicInteger reads = new AtomicInteger();
    Source source =
        Source.of(
            "a",
            String.valueOf(TEXT.toCharArray()),
            () -> {
              reads.incrementAndGet();
              return Optional.of(TEXT);
            });
    collect(() -> source.isLost() || reads.get() > 0);
    assertThat(source.isLost()).isFalse();
    assertThat(source.line(2)).isEqualTo("two");
    assertThat(reads).hasPositiveValue();
    assertThat(Source.of("b", "").isLost()).isFalse();
  }

  /// A source whose characters nobody holds, and whose file is gone.
  private static Source lost(boolean known) {
    Source source = Source.of("a", String.valueOf(TEXT.toCharArray()), Optional::empty);
    if (known) {
      assertThat(source.position(5).line()).isEqualTo(2);
    }
    collect(source::isLost);
    return source;
  }

  private static void collect(BooleanSupplier isDone) {
    for (int i = 0; i < 50 && !isDone.getAsBoolean(); i++) {
      System.gc();
    }
  }
}
