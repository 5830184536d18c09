package dev.keylint.report;

import dev.keylint.finding.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which deployments make what a finding is about, and which pipelines run it, as a phrase.
final class DeployedBy {
  private static final int MOST = 5;

  private final Set<String> deployments;

  DeployedBy(ReportInput input) {
    this.deployments = new HashSet<>(input.summary().coverage().deployments());
  }

  /// The first of them. No deployments when there is but one in the scan, or when a place beside
  /// the finding says that nothing deploys it; no file that the finding itself is in.
  String of(Finding finding) {
    List<String> deployed = finding.deployments().stream().filter(deployments::contains).toList();
    List<String> run =
        finding.deployments().stream().filter(it -> isRun(it) && !isIn(it, finding)).toList();
    List<String> phrases = new ArrayList<>();
    if (deployments.size() > 1 && !deployed.isEmpty() && !isDead(deployed, finding)) {
      phrases.add("deployed by " + shown(deployed));
    }
    if (!run.isEmpty()) {
      phrases.add("run by " + shown(run));
    }
    return String.join("; ", phrases);
  }

  private static String shown(List<String> labels) {
    String shown = String.join(", ", labels.subList(0, Math.min(labels.size(), MOST)));
    int more = labels.size() - MOST;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  /// Scripts are run by projects and pipelines, which are all YAML; whatever else is no deployment
  /// stands for itself.
  private boolean isRun(String label) {
    String name = label.toLowerCase(Locale.ROOT);
    return !deployments.contains(label) && (name.endsWith(".yml") || name.endsWith(".yaml"));
  }

  private static boolean isIn(String label, Finding finding) {
    return finding.at().container().equals(label);
  }

  /// Whether the only one is a template of which it is said that another is deployed.
  private static boolean isDead(List<String> labels, Finding finding) {
    String template = labels.getFirst().split(" with ", 2)[0];
    String other = ", not `" + template + "`:";
    return labels.size() == 1
        && finding.related().stream().anyMatch(it -> it.message().contains(other));
  }
}
