package dev.keylint.finding;

import dev.keylint.rule.Severity;
import java.util.List;
import java.util.Optional;

/// What a copy of a finding may have otherwise; the rest of it never changes.
final class FindingParts {
  private final Finding original;
  Severity severity;
  Outcome outcome;
  String message;
  List<Finding.Related> related;
  List<String> deployments;
  int instances;
  Optional<Fix> fix;
  Optional<Suppression> suppression;

  FindingParts(Finding original) {
    this.original = original;
    this.severity = original.severity();
    this.outcome = original.outcome();
    this.message = original.message();
    this.related = original.related();
    this.deployments = original.deployments();
    this.instances = original.instances();
    this.fix = original.fix();
    this.suppression = original.suppression();
  }

  Finding finding() {
    return new Finding(
        original.ruleId(),
        severity,
        outcome,
        message,
        original.at(),
        related,
        original.subject(),
        deployments,
        instances,
        original.remediation(),
        fix,
        suppression);
  }
}
