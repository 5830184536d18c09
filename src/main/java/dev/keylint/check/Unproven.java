package dev.keylint.check;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/// What complies in files that stand in for templates that are not here: one open finding for each
/// place that names such a template, however many rules and resources it is about.
final class Unproven {
  /// More rules than these are counted, not named.
  private static final int MOST_NAMED = 3;

  private final Map<Location, Group> groups = new LinkedHashMap<>();

  /// The same of one template.
  private static final class Group {
    private final List<Finding> all = new ArrayList<>();
    private final SequencedSet<String> rules = new LinkedHashSet<>();
    private final SequencedSet<String> deployments = new LinkedHashSet<>();
  }

  /// Adds what was said of one estate, each open because of the template it stands in for.
  void add(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.outcome() instanceof Outcome.Open(List<Outcome.Cause> because)) {
        Group group = groups.computeIfAbsent(because.getFirst().at(), _ -> new Group());
        group.all.add(finding);
        group.rules.add(finding.ruleId());
        group.deployments.addAll(finding.deployments());
      }
    }
  }

  List<Finding> findings() {
    return groups.entrySet().stream().map(it -> summary(it.getKey(), it.getValue())).toList();
  }

  private static Finding summary(Location at, Group group) {
    Finding first = group.all.getFirst();
    long resources = group.all.stream().map(it -> it.subject().id()).distinct().count();
    int more = group.rules.size() - MOST_NAMED;
    String named =
        group.rules.stream()
            .limit(MOST_NAMED)
            .map(it -> "`" + it + "`")
            .collect(Collectors.joining(", "));
    return new Finding(
        first.ruleId(),
        first.severity(),
        first.outcome(),
        Finding.perhaps(
            "What is deployed breaks a rule that the file here keeps: "
                + named
                + (more > 0 ? " and " + more + " others" : "")
                + (resources == 1 ? ", of 1 resource." : ", of " + resources + " resources.")),
        at,
        List.of(),
        first.subject(),
        List.copyOf(group.deployments),
        1,
        "Link the template by `relativePath`, so that the file here is the one that is deployed.",
        Optional.empty(),
        first.suppression());
  }
}
