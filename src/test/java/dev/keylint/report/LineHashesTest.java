package dev.keylint.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The expected values are those of github/codeql-action's own tests.
final class LineHashesTest {
  @Test
  void anEmptyFileHasOneLine() {
    assertThat(LineHashes.of("")).containsExactly("c129715d7a2bc9a3:1");
  }

  @Test
  void blanksDoNotCount() {
    assertThat(LineHashes.of(" a\nb\n  \t\tc\n d"))
        .containsExactly(
            "271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1")
        .isEqualTo(LineHashes.of("a\nb\nc\nd"));
  }

  @Test
  void lineEndsAreAllTheSame() {
    assertThat(LineHashes.of("x = 2\r\nx = 1\rprint(x)\n\r\r\n"))
        .isEqualTo(LineHashes.of("x = 2\nx = 1\nprint(x)\n\n\n"));
  }

  @Test
  void equalLinesAreCounted() {
    assertThat(LineHashes.of("Lorem ipsum dolor sit amet.\n".repeat(10)))
        .startsWith("a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2")
        .contains("a7f2ff13bc495cf2:6", "a7f2ff1481e87703:1")
        .endsWith("cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1")
        .hasSize(11);
  }

  @Test
  void thereIsOneForEachLineOfASource() {
    String text = "a\r\n\r\n\n\rb \r\n";
    assertThat(LineHashes.of(text))
        .hasSize(dev.keylint.text.Source.of("a.bicep", text).lineCount());
  }
}
