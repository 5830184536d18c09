package dev.keylint.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many states a pattern gets: one for each character, written out as often as it repeats; the
/// bracket behind a number counts as one, too.
final class PatternSizeTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      quoteCharacter = '`',
      textBlock =
          """
          ``                      => 0
          a                       => 1
          abc                     => 3
          .                       => 1
          a*                      => 2
          a+b?                    => 4
          a|b                     => 3
          (a)                     => 3
          (ab)c                   => 5
          a(b)c                   => 5
          a(b(c)d)e               => 9
          a{3}                    => 4
          ab{3}                   => 5
          a{3}b                   => 5
          a{2,}                   => 3
          a{2,5}                  => 6
          a{5,2}                  => 6
          a{0}                    => 2
          a{}                     => 2
          a{12}                   => 13
          a{2,13}                 => 14
          a{9x                    => 10
          a{9                     => 9
          (ab){3}                 => 13
          (a{10}){10}             => 131
          ((a{10}){10}){10}       => 1331
          x(ab){3}                => 14
          [abc]                   => 1
          [abc]d                  => 2
          [abc]{4}                => 5
          [^abc]d                 => 2
          []a]d                   => 2
          [^]a]d                  => 2
          [a\\]b]d                => 2
          [(){5}]d                => 2
          [a                      => 1
          \\d                     => 1
          \\d{4}                  => 5
          \\(a                    => 2
          \\d+                    => 2
          \\x{41}b                => 2
          \\x{41}{3}              => 4
          \\p{Lu}{3}              => 4
          \\P{Lu}{3}              => 4
          \\d{41}b                => 43
          \\x{41                  => 1
          \\                      => 1
          a)b                     => 4
          (a                      => 1
          x(a                     => 2
          a{100000}               => 100001
          a{999999}               => 100001
          (a{100000}){100000}     => 2147483647
          ((a{100000}){100000}){100000}{100000} => 2147483647
          (((a{60000}){60000}){60000}){60000} => 2147483647
          """)
  void repetitionsAreWrittenOut(String pattern, int size) {
    assertThat(PatternSize.of(pattern)).isEqualTo(size);
  }

  @Test
  void aHundredBracketsInsideOfEachOtherAreEnough() {
    String hundred = "(".repeat(100) + "a" + ")".repeat(100);
    assertThat(PatternSize.of(hundred)).isEqualTo(201);
    assertThat(PatternSize.of("(" + hundred + ")")).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void nothingRepeatsSoOftenThatItIsFew() {
    assertThat(PatternSize.of("a" + "{65536".repeat(4))).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void asManyStatesAsAreAllowedAreCompiled() {
    assertThat(LinearPattern.compile("a{999}".repeat(5))).isPresent();
    assertThat(LinearPattern.compile("a{999}".repeat(5) + "a")).isEmpty();
    assertThat(LinearPattern.compile("a{999}").orElseThrow().size()).isEqualTo(1000);
  }
}
