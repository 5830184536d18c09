package dev.keylint.graph.policy;

import java.util.ArrayList;
import java.util.List;

/// An element of a policy with those around it, outermost first.
record PolicyWalk(Policy policy, PolicyElement element, List<PolicyElement> around) {
  /// Makes a request of its own.
  private static final String REQUEST = "send-request";

  PolicyWalk {
    around = List.copyOf(around);
  }

  /// Whether each request that meets the other element meets this one, too: what it is written in
  /// is also around the other, and both are about one request.
  boolean meetsAllOf(PolicyWalk other) {
    return around.stream().filter(PolicyWalk::isBranch).allMatch(other::isWithin)
        && other.around.stream().filter(it -> it.is(REQUEST)).allMatch(this::isWithin);
  }

  private static boolean isBranch(PolicyElement element) {
    return element.is("when") || element.is("otherwise") || element.is(REQUEST);
  }

  private boolean isWithin(PolicyElement element) {
    return around.stream().anyMatch(element::equals);
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
