package dev.keylint.access;

import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.Grant;
import dev.keylint.graph.call.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The role assignments by the services that they reach, or may; those to nobody are none.
final class Reaching {
  private final AccessGraph graph;
  private final Map<String, List<Grant>> byTarget = new HashMap<>();

  /// Those at a scope that is no service and holds none: perhaps a part of one.
  private final List<Grant> others = new ArrayList<>();

  Reaching(AccessGraph graph) {
    this.graph = graph;
    for (Grant grant : graph.grants()) {
      if (!grant.principal().isNobody()) {
        add(grant);
      }
    }
  }

  private void add(Grant grant) {
    List<Target> targets =
        Stream.concat(
                grant.targets().stream(),
                grant.possibleTargets().stream().map(Target.Possible::target))
            .toList();
    targets.forEach(it -> byTarget.computeIfAbsent(it.key(), _ -> new ArrayList<>()).add(grant));
    if (targets.isEmpty() && grant.scope().isPartOfService()) {
      others.add(grant);
    }
  }

  /// In the order in which they were found, but for those at parts, which come last.
  List<Grant> on(Target target) {
    return Stream.concat(byTarget.getOrDefault(target.key(), List.of()).stream(), others.stream())
        .filter(it -> !graph.reaches(it, target).isFalse())
        .toList();
  }
}
