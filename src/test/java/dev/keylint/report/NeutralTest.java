package dev.keylint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NeutralTest {
  @Test
  void aLineStaysOneLineAndMovesNoCursor() {
    assertThat(Neutral.line("a\u001b[2Jb\r\nc\u0007\u009bd\u2028e\u007f"))
        .isEqualTo("a\u241b[2Jb\u240d\u240ac\u2407\ufffdd\ufffde\ufffd");
  }

  @Test
  void textCanNotTurnTheDirectionOfReading() {
    assertThat(Neutral.line("safe\u202eelbatpecca\u2066x")).doesNotContain("\u202e", "\u2066");
  }

  @Test
  void wordsOfAllLanguagesStay() {
    String words = "naïve \u65e5\u672c\u8a9e \ud83d\udd11 \u0645\u200c\u0646 d\u00ad";
    assertThat(Neutral.line(words)).isEqualTo(words);
  }

  @Test
  void halfOfACharacterIsReplaced() {
    assertThat(Neutral.line("a\ud83d")).isEqualTo("a\ufffd");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "##vso[task.setvariable variable=a]b",
        "name: ##vso[task.complete]",
        "##VSO[task.complete]",
        "##[error]boom",
        "x ##[group]y",
        "::set-output name=a::b",
        "   ::error::boom",
        "\t::stop-commands::x"
      })
  void noPipelineFindsACommand(String line) {
    String logged = Neutral.logged(line);
    assertThat(logged).doesNotContainIgnoringCase("##vso[").doesNotContain("##[");
    assertThat(logged.strip()).doesNotStartWith("::");
    assertThat(logged.replace("\u200b", "")).isEqualTo(line);
  }

  @Test
  void doubleColonsElsewhereStay() {
    assertThat(Neutral.logged("az.getSecret::x and a::b")).isEqualTo("az.getSecret::x and a::b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"a%b,c:d|a%25b%2Cc%3Ad", "plain|plain"})
  void gitHubProperties(String text, String expected) {
    assertThat(Neutral.githubProperty(text)).isEqualTo(expected);
  }

  @Test
  void commandsTakeTextsWithLineEnds() {
    assertThat(Neutral.githubData("a\r\nb: c")).isEqualTo("a%0D%0Ab: c");
    assertThat(Neutral.azureData("a\n##vso[x]%")).isEqualTo("a%0A##vso[x]%AZP25");
    assertThat(Neutral.azureProperty("a;b]c")).isEqualTo("a%3Bb%5Dc");
  }

  @Test
  void markdownShowsWhatWasWritten() {
    assertThat(Neutral.markdown("![x](https://evil) <b>@team #1 `a|b`"))
        .isEqualTo("\\!\\[x\\]\\(https:\u200b//evil\\) &lt;b&gt;@\u200bteam \\#1 \\`a\\|b\\`");
  }

  @Test
  void htmlIsText() {
    assertThat(Neutral.html("<img src=x onerror='a()'>&\""))
        .isEqualTo("&lt;img src=x onerror=&#39;a()&#39;&gt;&amp;&quot;");
  }

  @Test
  void cellsAreNoFormulas() {
    assertThat(List.of("=cmd()", " +1", "@x", "say \"a\"", "a=b").stream().map(Neutral::csv))
        .containsExactly("\"'=cmd()\"", "\"' +1\"", "\"'@x\"", "\"say \"\"a\"\"\"", "\"a=b\"");
  }

  @Test
  void sarifMessagesGetNoForeignLinks() {
    assertThat(Neutral.sarif("[click](https://evil)")).isEqualTo("[click]\u200b(https://evil)");
  }
}
