package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
          "(?i)[a-f]+1",
          "^\\p{L}+$",
          "^[\\p{Lu}]{2}$",
          "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
          "\\x{61}\\x{62}");
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
        List.of("(a)\\1", "(?=a)", "(?<!a)b", "a++", "(", "a)", "[a", "*", "a{1001}", "x**")) {
      assertThat(LinearPattern.compile(pattern)).as(pattern).isEmpty();
    }
  }

  @Test
  void timeIsLinearInTheText() {
    LinearPattern pattern = LinearPattern.compile("(a|aa)*(a*)*b").orElseThrow();
    Assertions.assertTimeout(
        Duration.ofSeconds(10), () -> assertThat(pattern.find("a".repeat(200_000))).isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((a{100}){100}){100}",
        "(((a{1,1000}){1,1000}){1,1000})",
        "(?:(?:ab){1000}|c){10}",
        "([^a]{999}){999}",
        "(a{0,50}b{0,50}){0,100}"
      })
  void whatGetsHugeIsRefused(String pattern) {
    assertThat(LinearPattern.compile(pattern)).isEmpty();
  }

  @Test
  void deepBracketsAreRefused() {
    assertThat(LinearPattern.compile("(".repeat(5000) + ")".repeat(5000))).isEmpty();
    assertThat(LinearPattern.compile("(?:".repeat(2000) + "a" + ")".repeat(2000))).isEmpty();
    assertThat(LinearPattern.compile("[".repeat(100_000))).isEmpty();
  }

  /// Brackets, braces and escapes that count nothing.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{1000}]{3}[(]{2}",
        "\\{1000\\}{2}",
        "\\x{1000}\\x{1000}\\x{1000}",
        "[]{1000}]{5}[^]{1000}]{5}",
        "(\\d{1,3}\\.){3}\\d{1,3}"
      })
  void whatStaysSmallIsTaken(String pattern) {
    assertThat(LinearPattern.compile(pattern)).isPresent();
  }
}
