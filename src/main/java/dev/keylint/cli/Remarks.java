package dev.keylint.cli;

import dev.keylint.check.Answers;
import dev.keylint.check.ReasonWords;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.plan.Remark;
import dev.keylint.rule.Severity;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Findings with what there is to say of the deployment that they were found in.
final class Remarks {
  private Remarks() {}

  /// The same answers, each finding with all remarks, and with what would decide it otherwise where
  /// a default took part.
  static Answers said(
      Answers answers, Function<Finding, List<Remark>> remarks, Map<Location, String> defaults) {
    return new Answers(
        answers.judged().stream()
            .map(finding -> said(finding, remarks.apply(finding), defaults))
            .toList(),
        answers.unproven(),
        answers.gaps(),
        answers.misfits(),
        answers.traces(),
        answers.exceeding());
  }

  private static Finding said(
      Finding finding, List<Remark> remarks, Map<Location, String> defaults) {
    List<Finding.Related> related = new ArrayList<>();
    for (Finding.Related it : finding.related()) {
      related.add(
          defaults.containsKey(it.at())
              ? new Finding.Related(it.at(), defaults.getOrDefault(it.at(), it.message()))
              : it);
    }
    remarks.forEach(it -> related.add(new Finding.Related(it.at(), it.message())));
    boolean lowers = remarks.stream().anyMatch(Remark::lowers);
    return new Finding(
        finding.ruleId(),
        lowers && finding.severity() == Severity.ERROR ? Severity.WARNING : finding.severity(),
        decided(finding.outcome(), defaults),
        finding.message(),
        finding.at(),
        related,
        finding.subject(),
        finding.deployments(),
        finding.instances(),
        finding.remediation(),
        finding.fix(),
        finding.suppression());
  }

  /// The same outcome with a variable as what would decide a parameter that it gives.
  private static Outcome decided(Outcome outcome, Map<Location, String> defaults) {
    return outcome instanceof Outcome.Open(List<Outcome.Cause> because)
        ? new Outcome.Open(
            because.stream()
                .map(it ->
                    Optional.ofNullable(defaults.get(it.at()))
                        .map(by -> ReasonWords.given(it, by))
                        .orElse(it))
                .toList())
        : outcome;
  }
}
