package dev.keylint.cli;

import dev.keylint.finding.Finding;
import dev.keylint.report.Redaction;
import java.util.List;

/// Fixes that would write down what no output shows.
final class TellingFixes {
  private static final String HIDDEN =
      "it would write down what is hidden: a secret, or what is given for this run";

  private TellingFixes() {}

  /// The same findings; of these fixes they say that they can't be made.
  static List<Finding> refused(List<Finding> findings, Redaction redaction) {
    return findings.stream()
        .map(it -> tells(it, redaction) ? it.fixed(it.fix().map(fix -> fix.refused(HIDDEN))) : it)
        .toList();
  }

  private static boolean tells(Finding finding, Redaction redaction) {
    return finding.fix().stream()
        .flatMap(it -> it.texts().stream())
        .anyMatch(it -> !redaction.text(it).equals(it));
  }
}
