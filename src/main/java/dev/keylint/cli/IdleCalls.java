package dev.keylint.cli;

import dev.keylint.check.Answers;
import dev.keylint.finding.Finding;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;

/// Findings in a template that nothing here deploys: they keep their level, and say so.
final class IdleCalls {
  private IdleCalls() {}

  /// The same answers, each with the call that never happens.
  static Answers said(Answers answers, Location call) {
    return new Answers(
        answers.judged().stream().map(finding -> said(finding, call)).toList(),
        answers.gaps(),
        answers.misfits(),
        answers.traces(),
        answers.exceeding());
  }

  private static Finding said(Finding finding, Location call) {
    List<Finding.Related> related = new ArrayList<>(finding.related());
    related.add(
        new Finding.Related(call, "this call deploys nothing; judged as if deployed by itself"));
    return new Finding(
        finding.ruleId(),
        finding.severity(),
        finding.outcome(),
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
}
