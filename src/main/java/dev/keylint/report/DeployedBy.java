package dev.keylint.report;

import dev.keylint.finding.Finding;
import java.util.List;

/// Which deployments make what a finding is about, as a phrase.
final class DeployedBy {
  private static final int MOST = 5;

  private final boolean many;

  DeployedBy(ReportInput input) {
    this.many = input.summary().coverage().deployments().size() > 1;
  }

  /// The first of them; empty when there is but one in the scan, or when a place beside the finding
  /// says that nothing deploys it.
  String of(Finding finding) {
    List<String> labels = finding.deployments();
    if (!many || labels.isEmpty() || isDead(labels, finding)) {
      return "";
    }
    String shown = String.join(", ", labels.subList(0, Math.min(labels.size(), MOST)));
    int more = labels.size() - MOST;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  /// Whether the only one is a template of which it is said that another is deployed.
  private static boolean isDead(List<String> labels, Finding finding) {
    String template = labels.getFirst().split(" with ", 2)[0];
    String other = ", not `" + template + "`:";
    return labels.size() == 1
        && finding.related().stream().anyMatch(it -> it.message().contains(other));
  }
}
