package dev.keylint.cli;

import dev.keylint.check.Answers;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.plan.Remark;
import dev.keylint.rule.Severity;
import dev.keylint.template.ByVariable;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Findings with what there is to say of the deployment that they were found in.
final class Remarks {
  private Remarks() {}

  /// The same answers, each finding with what there is to say of it, and with the variable that
  /// would decide it where a parameter has no value for want of one.
  static Answers said(
      Answers answers,
      Function<Finding, List<Remark>> remarks,
      Map<Location, List<ByVariable>> byVariables) {
    return answers.judged(
        answers.judged().stream()
            .map(finding -> said(finding, remarks.apply(finding), byVariables))
            .toList());
  }

  /// A remark as a place to look at.
  static Finding.Related related(Remark remark) {
    return new Finding.Related(remark.at(), remark.message());
  }

  private static Finding said(
      Finding finding, List<Remark> remarks, Map<Location, List<ByVariable>> byVariables) {
    List<Finding.Related> related = new ArrayList<>(finding.related());
    remarks.stream().map(Remarks::related).forEach(related::add);
    boolean lowers = remarks.stream().anyMatch(Remark::lowers);
    return new Finding(
        finding.ruleId(),
        lowers && finding.severity() == Severity.ERROR ? Severity.WARNING : finding.severity(),
        decided(finding.outcome(), byVariables),
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
  private static Outcome decided(Outcome outcome, Map<Location, List<ByVariable>> byVariables) {
    return outcome instanceof Outcome.Open(List<Outcome.Cause> because)
        ? new Outcome.Open(because.stream().map(it -> VariableHints.of(it, byVariables)).toList())
        : outcome;
  }
}
