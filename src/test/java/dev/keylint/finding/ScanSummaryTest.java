package dev.keylint.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keylint.rule.Severity;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ScanSummaryTest {
  private static final Location HERE = new Location.WholeFile("main.bicep");
  private static final Outcome FAIL = new Outcome.Fail();
  private static final Outcome OPEN =
      new Outcome.Open(List.of(new Outcome.Cause("parameter `name` has no value", HERE)));

  @Test
  void acceptedFindingsAreCountedApart() {
    Suppression accepted =
        new Suppression(Suppression.Origin.SOURCE, "migrated in May", Optional.empty(), HERE);
    ScanSummary summary =
        ScanSummary.of(
            coverage(List.of()),
            List.of(
                finding(FAIL, Severity.ERROR),
                finding(FAIL, Severity.WARNING, "a", new Location.WholeFile("other.bicep")),
                finding(FAIL, Severity.ERROR).suppressed(accepted),
                finding(OPEN, Severity.ERROR),
                finding(OPEN, Severity.ERROR).suppressed(accepted),
                finding(new Outcome.Pass(), Severity.ERROR)),
            List.of());
    assertThat(summary.active())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(Severity.ERROR, 1, Severity.WARNING, 1, Severity.NOTE, 0));
    assertThat(List.of(summary.undecided(), summary.passed(), summary.suppressed()))
        .containsExactly(1, 1, 2);
    assertThat(summary.atLeast(Severity.ERROR)).isEqualTo(1);
    assertThat(summary.atLeast(Severity.NOTE)).isEqualTo(2);
  }

  @Test
  void notesLoseNothingAndGapsDo() {
    Diagnostic note = Diagnostic.of(Diagnostic.Kind.NOTE, "`a` is not used", HERE);
    Diagnostic gap = Diagnostic.of(Diagnostic.Kind.MISSING_MODULE, "`b.bicep` is not here", HERE);
    assertThat(ScanSummary.of(coverage(List.of()), List.of(), List.of(note)).incomplete())
        .isFalse();
    assertThat(ScanSummary.of(coverage(List.of()), List.of(), List.of(note, gap)).incomplete())
        .isTrue();
  }

  @Test
  void aUnitThatWasDeniedMakesTheRunIncomplete() {
    assertThat(
            List.of(CoverageUnit.State.OK, CoverageUnit.State.SKIPPED, CoverageUnit.State.DENIED)
                .stream()
                .map(state -> new CoverageUnit("/subscriptions/s", "accounts", state, 0, ""))
                .map(unit -> ScanSummary.of(coverage(List.of(unit)), List.of(), List.of()))
                .map(ScanSummary::incomplete))
        .containsExactly(false, false, true);
  }

  @Test
  void fingerprintsIgnoreCaseAndLines() {
    Finding finding = finding(FAIL, Severity.ERROR);
    assertThat(Fingerprint.of(finding))
        .hasSize(16)
        .isEqualTo(Fingerprint.of(moved("ACCOUNTS/oai")));
    assertThat(Fingerprint.of(finding)).isNotEqualTo(Fingerprint.of(moved("accounts/other")));
  }

  private static Finding moved(String id) {
    return finding(FAIL, Severity.WARNING, id, new Location.WholeFile("other.bicep"));
  }

  private static Finding finding(Outcome outcome, Severity severity) {
    return finding(outcome, severity, "accounts/oai", HERE);
  }

  private static Finding finding(Outcome outcome, Severity severity, String id, Location at) {
    return new Finding(
        "openai-local-auth",
        severity,
        outcome,
        "Keys open 'oai'.",
        at,
        List.of(),
        new Finding.Subject("accounts", "oai", id, "properties.disableLocalAuth"),
        List.of("main.bicep"),
        1,
        "",
        Optional.empty(),
        Optional.empty());
  }

  private static Coverage coverage(List<CoverageUnit> units) {
    return new Coverage(
        1, List.of(), List.of("main.bicep"), List.of(), Map.of("accounts", 1), 1, 1, 0, units);
  }
}
