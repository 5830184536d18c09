package dev.keylint.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.rule.Severity;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Silence;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SilencedTest {
  private static final Source MAIN = Source.of("main.bicep", "one\ntwo\nthree\nfour\n");
  private static final String RULE = "openai-local-auth";
  private static final List<String> RULES = List.of(RULE, "search-local-auth");
  private static final Outcome FAIL = new Outcome.Fail();
  private static final Outcome OPEN =
      new Outcome.Open(List.of(new Outcome.Cause("parameter `a` has no value", line(2))));

  private static Location.InFile line(int number) {
    int start = MAIN.lineStart(number);
    return new Location.InFile(MAIN, new Span(start, MAIN.text().length()));
  }

  private static Silence silence(String code, int first, int last, String reason) {
    return new Silence(List.of(code), first, last, reason, line(1));
  }

  private static Finding finding(Outcome outcome, Location at) {
    return new Finding(
        RULE,
        Severity.ERROR,
        outcome,
        "Keys open it.",
        at,
        List.of(),
        new Finding.Subject("accounts", "oai", "oai", ""),
        List.of(),
        1,
        "",
        Optional.empty(),
        Optional.empty());
  }

  private static Silenced apply(Finding finding, Silence... silences) {
    return Silenced.of(List.of(finding), List.of(silences), RULES, RULES);
  }

  private static List<String> reasons(Silenced silenced) {
    return silenced.findings().stream()
        .flatMap(it -> it.suppression().stream())
        .map(Suppression::reason)
        .toList();
  }

  @Test
  void aFailureOnASilencedLineIsAccepted() {
    Silenced silenced = apply(finding(FAIL, line(2)), silence(RULE, 2, 2, "gone in May"));
    assertThat(reasons(silenced)).containsExactly("gone in May");
    assertThat(silenced.findings().getFirst().active()).isFalse();
    assertThat(silenced.unused()).isEmpty();
  }

  @Test
  void anUndecidedOneToo() {
    Silenced silenced = apply(finding(OPEN, line(2)), silence("OpenAI-Local-Auth", 1, 3, ""));
    assertThat(silenced.findings().getFirst().undecided()).isFalse();
  }

  @Test
  void theFirstLineOfThePlaceCounts() {
    Silenced silenced = apply(finding(FAIL, line(2)), silence(RULE, 3, 3, ""));
    assertThat(silenced.findings().getFirst().active()).isTrue();
  }

  @Test
  void theNearestDirectiveGivesTheReason() {
    Silenced silenced =
        apply(
            finding(FAIL, line(3)),
            silence(RULE, 3, 3, "this one"),
            silence(RULE, 1, 4, "all of them"));
    assertThat(reasons(silenced)).containsExactly("this one");
    assertThat(silenced.unused()).isEmpty();
  }

  @Test
  void whatSilencesNothingIsNoted() {
    Silenced silenced = apply(finding(new Outcome.Pass(), line(2)), silence(RULE, 2, 2, ""));
    assertThat(silenced.findings().getFirst().suppression()).isEmpty();
    assertThat(silenced.unused())
        .extracting(Diagnostic::message)
        .containsExactly("`openai-local-auth` is disabled here, and would report nothing");
  }

  @Test
  void codesOfOtherToolsAreNotOurs() {
    Silenced silenced = apply(finding(FAIL, line(2)), silence("BCP035", 2, 2, ""));
    assertThat(silenced.findings().getFirst().active()).isTrue();
    assertThat(silenced.unused()).isEmpty();
  }

  @Test
  void linesOfAnotherFileAreNotMeant() {
    Location elsewhere = new Location.InFile(Source.of("other.bicep", MAIN.text()), new Span(4, 7));
    Silenced silenced = apply(finding(FAIL, elsewhere), silence(RULE, 2, 2, ""));
    assertThat(silenced.findings().getFirst().active()).isTrue();
    assertThat(silenced.unused()).hasSize(1);
  }

  @Test
  void aNameThatIsNearlyARuleIsSaid() {
    Silenced silenced =
        apply(
            finding(FAIL, line(2)),
            silence("opnai-local-auth", 2, 2, ""),
            silence("no-unused-params", 2, 2, ""));
    assertThat(silenced.findings().getFirst().suppression()).isEmpty();
    assertThat(silenced.unused())
        .singleElement()
        .satisfies(note -> {
          assertThat(note.message()).contains("there is no rule `opnai-local-auth`");
          assertThat(note.help()).contains("perhaps `openai-local-auth` is meant");
        });
  }
}
