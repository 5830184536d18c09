package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class LinearPatternTest {
  private static final List<String> PATTERNS =
      List.of(
          "a",
          "^a",
          "a$",
          "^$",
          "a|b|",
          "(ab)+c",
          "a{2,3}b",
          "a{2}",
          "^a{2,}$",
          "[a-c]+",
          "[^a-c ]",
          "[]a]",
          "[a\\]b-]x",
          "\\d+-\\w+\\s?",
          "(?i)KEY|Secret",
          "(?i:a)B",
          "(?m)^b$",
          "(?s)a.b",
          "a.b",
          "\\bkey\\b",
          "\\Bey",
          "(a|b)*abb",
          "(?:x|y)?z*?",
          "\\.json$",
          "\\x41",
          "a{x",
          "(?i)[a-f]+1");
  private static final List<String> TEXTS =
      List.of(
          "",
          "a",
          "b",
          "aa",
          "aab",
          "aaab",
          "abc",
          "ababc",
          "x]x",
          "12-ab ",
          "a key here",
          "keys",
          "KEY",
          "secret",
          "aB",
          "AB",
          "a\nb",
          "a\nb\nc",
          "babb",
          "z",
          "app.json",
          "A",
          "a{x",
          "DEF1",
          "]",
          "-x");

  @Test
  void itFindsWhatJavaFinds() {
    for (String pattern : PATTERNS) {
      LinearPattern ours = LinearPattern.compile(pattern).orElseThrow();
      Pattern theirs = Pattern.compile(pattern.replace("a{x", "a\\{x").replace("[]a]", "[\\]a]"));
      for (String text : TEXTS) {
        boolean expected =
            (pattern.endsWith("$") && text.endsWith("\n"))
                ? ours.find(text)
                : theirs.matcher(text).find();
        assertThat(ours.find(text)).as("%s in %s", pattern, text).isEqualTo(expected);
      }
    }
  }

  @Test
  void whatNeedsMoreThanLinearTimeIsRefused() {
    for (String pattern :
        List.of(
            "(a)\\1", "(?=a)", "(?<!a)b", "a++", "(", "a)", "[a", "*", "a{1001}", "\\p{L}",
            "x**")) {
      assertThat(LinearPattern.compile(pattern)).as(pattern).isEmpty();
    }
  }

  @Test
  void timeIsLinearInTheText() {
    LinearPattern pattern = LinearPattern.compile("(a|aa)*(a*)*b").orElseThrow();
    Assertions.assertTimeout(
        Duration.ofSeconds(10), () -> assertThat(pattern.find("a".repeat(200_000))).isFalse());
  }

  @Test
  void aHugePatternIsRefused() {
    assertThat(LinearPattern.compile("((a{100}){100}){100}")).isEmpty();
    assertThatCode(() -> LinearPattern.compile("(".repeat(5000))).doesNotThrowAnyException();
  }
}
