package dev.keylint.graph.policy;

import java.util.ArrayList;
import java.util.List;

/// An element of a policy with those around it, outermost first.
record PolicyWalk(Policy policy, PolicyElement element, List<PolicyElement> around) {
  PolicyWalk {
    around = List.copyOf(around);
  }

  /// The elements of a policy that have one of these names.
  static List<PolicyWalk> of(Policy policy, String... names) {
    List<PolicyWalk> found = new ArrayList<>();
    walk(policy, policy.root(), new ArrayList<>(), List.of(names), found);
    return found;
  }

  private static void walk(
      Policy policy,
      PolicyElement element,
      List<PolicyElement> around,
      List<String> names,
      List<PolicyWalk> found) {
    if (names.stream().anyMatch(element::is)) {
      found.add(new PolicyWalk(policy, element, around));
    }
    around.add(element);
    for (PolicyElement child : element.children()) {
      walk(policy, child, around, names, found);
    }
    around.removeLast();
  }
}
