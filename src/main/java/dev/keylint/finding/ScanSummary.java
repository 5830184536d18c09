package dev.keylint.finding;

import dev.keylint.rule.Severity;
import dev.keylint.text.Diagnostic;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A run in numbers; what every output and the exit code go by.
///
/// @param active failures that nobody has accepted, by severity; every severity has a number
/// @param undecided open verdicts that nobody has accepted
/// @param accepted failures and open verdicts that somebody has accepted, by where that was said
/// @param diagnostics how many there are of each kind that occurs
public record ScanSummary(
    Coverage coverage,
    Map<Severity, Integer> active,
    int undecided,
    int passed,
    Map<Suppression.Origin, Integer> accepted,
    Map<Diagnostic.Kind, Integer> diagnostics) {
  public ScanSummary {
    active = copy(Severity.class, active);
    accepted = copy(Suppression.Origin.class, accepted);
    diagnostics = copy(Diagnostic.Kind.class, diagnostics);
  }

  private static <K extends Enum<K>> Map<K, Integer> copy(Class<K> keys, Map<K, Integer> counts) {
    Map<K, Integer> sorted = new EnumMap<>(keys);
    sorted.putAll(counts);
    return Collections.unmodifiableMap(sorted);
  }

  /// Counts; findings that reports join count as one.
  public static ScanSummary of(
      Coverage coverage, List<Finding> findings, List<Diagnostic> diagnostics) {
    Map<Severity, Integer> active = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      active.put(severity, 0);
    }
    int undecided = 0;
    int passed = 0;
    Map<Suppression.Origin, Integer> accepted = new EnumMap<>(Suppression.Origin.class);
    for (Finding finding : Findings.onePerPlace(findings)) {
      switch (finding.outcome()) {
        case Outcome.Pass _ -> passed++;
        case Outcome.Fail _ when finding.suppression().isEmpty() ->
            active.merge(finding.severity(), 1, Integer::sum);
        case Outcome.Open _ when finding.suppression().isEmpty() -> undecided++;
        case Outcome.Fail _, Outcome.Open _ ->
            finding.suppression().ifPresent(by -> accepted.merge(by.origin(), 1, Integer::sum));
      }
    }
    Map<Diagnostic.Kind, Integer> kinds = new EnumMap<>(Diagnostic.Kind.class);
    diagnostics.forEach(diagnostic -> kinds.merge(diagnostic.kind(), 1, Integer::sum));
    return new ScanSummary(coverage, active, undecided, passed, accepted, kinds);
  }

  /// Failures and open verdicts that somebody has accepted.
  public int suppressed() {
    return accepted.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Failures that nobody has accepted at this level or a worse one.
  public int atLeast(Severity level) {
    return active.entrySet().stream()
        .filter(entry -> entry.getKey().compareTo(level) <= 0)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /// Whether something of the estate stayed unseen, so that silence is no pass.
  public boolean incomplete() {
    return !coverage.filesNotUnderstood().isEmpty()
        || !coverage.unitsNotRead().isEmpty()
        || diagnostics.keySet().stream().anyMatch(Diagnostic.Kind::incomplete);
  }
}
