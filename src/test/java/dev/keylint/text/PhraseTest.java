package dev.keylint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// A phrase says its places as they are when it is said.
final class PhraseTest {
  private static final Location.InFile AT = at("one\ntwo");

  private static Location.InFile at(String text) {
    int start = text.indexOf("two");
    return new Location.InFile(Source.of("a", text), new Span(start, start + 3));
  }

  @Test
  void placesMove() {
    Phrase phrase =
        Phrase.of("see ")
            .and(AT)
            .and(" or ")
            .and(Phrase.list(List.of(new Phrase.Part.OnLine(AT), new Phrase.Part.At(AT))));
    assertThat(phrase).hasToString("see a:2:1 or a:2, a:2:1");
    assertThat(phrase.text(_ -> at("x\ny\n two"))).isEqualTo("see a:3:2 or a:3, a:3:2");
  }
}
