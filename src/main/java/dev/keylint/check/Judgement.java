package dev.keylint.check;

import dev.keylint.finding.Finding;
import dev.keylint.rule.Rule;
import dev.keylint.rule.Validation;
import dev.keylint.text.Location;
import java.util.List;

/// A verdict with the place that a finding about it gets.
///
/// @param property the path of the property in question, below its subject
record Judgement(
    Rule rule,
    Validation validation,
    Subject subject,
    Verdict verdict,
    Location at,
    String property,
    List<Finding.Related> related) {
  Judgement {
    related = List.copyOf(related);
  }

  /// The worse comes first: a failure, then what is open.
  int rank() {
    return switch (verdict) {
      case Verdict.Fail _ -> 0;
      case Verdict.Open _ -> 1;
      case Verdict.Pass _ -> 2;
    };
  }
}
