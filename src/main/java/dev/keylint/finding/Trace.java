package dev.keylint.finding;

import java.util.List;

/// How a rule came to its answer about one subject.
///
/// @param subject what reports call it
/// @param answer the outcome, as a phrase: `fails`
/// @param steps the values that decided, each followed by the way that it came
public record Trace(
    String ruleId, String subject, String deployment, String answer, List<Finding.Related> steps) {
  public Trace {
    steps = List.copyOf(steps);
  }

  /// The same of what no deployment makes.
  public Trace whenDeployed() {
    return new Trace(ruleId, subject, deployment, answer + ", if it were deployed", steps);
  }
}
