package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the messages that one finding stands for name besides the first.
final class OthersTest {
  @Test
  void namesWhatDiffers() {
    assertThat(Others.named(List.of("'a' is open: act.", "'b' is open: act.")))
        .hasValue("also 'b'");
    assertThat(Others.named(List.of("Keys open 'a': act.", "Keys open 'b c': act.")))
        .hasValue("also 'b c'");
    assertThat(
            Others.named(
                List.of("app in module m1 queries docs.", "app in module m2/in queries docs.")))
        .hasValue("also app in module m2/in");
    assertThat(
            Others.named(
                List.of(
                    "Role 'Search Reader' of one holds.",
                    "Role 'Search User' of one holds.",
                    "Role 'Search Reader' of two holds.")))
        .hasValue("also 'Search User' of one, 'Search Reader' of two");
  }

  @Test
  void saysHowManyMoreThereAre() {
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      messages.add("It is '" + i + "' again.");
    }
    assertThat(Others.named(messages.subList(0, 5))).hasValue("also '1', '2', '3', '4'");
    assertThat(Others.named(messages)).hasValue("also '1', '2', '3', '4' and 1 more");
  }

  @Test
  void isSilentOfOneMessageAndOfOtherSentences() {
    assertThat(Others.named(List.of("'a' is open."))).isEmpty();
    String other = "what stands here instead " + "is another sentence ".repeat(5);
    assertThat(Others.named(List.of("'a' is open.", other))).isEmpty();
    assertThat(Others.named(List.of("a b", "a b c"))).hasValue("also c");
    assertThat(Others.named(List.of("a b c", "a b"))).isEmpty();
  }
}
