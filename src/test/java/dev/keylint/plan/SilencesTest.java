package dev.keylint.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.text.Silence;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What directives silence: `code first-last` with lines counted from 1.
final class SilencesTest {
  @TempDir private Path folder;

  private List<String> silences(String text) {
    return silenced(text).stream()
        .map(it -> String.join(",", it.codes()) + " " + it.firstLine() + "-" + it.lastLine())
        .toList();
  }

  private List<Silence> silenced(String text) {
    return new Project(folder).with("main.bicep", text).plan("main.bicep").silences();
  }

  @Test
  void theNextLineIsOneLine() {
    assertThat(
            silences("param a string\n#disable-next-line rule-a\nparam b string\nparam c string\n"))
        .containsExactly("rule-a 3-3");
  }

  @Test
  void eachCodeStandsForItself() {
    assertThat(silences("#disable-next-line rule-a BCP035\nparam a string\n"))
        .containsExactly("rule-a 2-2", "BCP035 2-2");
  }

  @Test
  void disabledLinesEndWhereTheCodeIsRestored() {
    String text =
        """
        #disable-diagnostics rule-a rule-b
        param a string
        #restore-diagnostics rule-b
        param b string
        #restore-diagnostics Rule-A
        param c string
        """;
    assertThat(silences(text)).containsExactly("rule-a 2-5", "rule-b 2-3");
  }

  @Test
  void whatIsNotRestoredIsSilentToTheEnd() {
    assertThat(silences("param a string\n#disable-diagnostics rule-a\nparam b string"))
        .containsExactly("rule-a 3-3");
  }

  @Test
  void aCommentBehindTheCodesIsTheReason() {
    String text =
        """
        #disable-next-line rule-a // legacy caller, gone in May
        param a string
        #disable-next-line rule-a
        param b string // not this
        """;
    assertThat(silenced(text))
        .extracting(Silence::reason)
        .containsExactly("legacy caller, gone in May", "");
  }

  @Test
  void modulesHaveDirectivesOfTheirOwn() {
    Project project =
        new Project(folder)
            .with("main.bicep", "module m 'm.bicep' = {\n  name: 'm'\n}\n")
            .with("m.bicep", "#disable-next-line rule-a\nparam a string = ''\n");
    assertThat(project.plan("main.bicep").silences())
        .extracting(it -> it.at().source().path())
        .containsExactly("m.bicep");
  }
}
