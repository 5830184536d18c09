package dev.keylint.graph;

import dev.keylint.graph.call.CallSites;
import dev.keylint.graph.call.KeyPlaces;
import dev.keylint.graph.call.Targets;
import dev.keylint.graph.policy.PolicyRequests;
import dev.keylint.resource.ResourceType;
import java.util.List;
import java.util.Locale;

/// Which resource types a graph is made of.
public final class GraphSources {
  private GraphSources() {}

  /// Whether resources of a type may be role assignments.
  public static boolean mayGrant(String type) {
    return Assignments.areOfType(type);
  }

  /// Whether resources of a type are roles.
  public static boolean isRole(String type) {
    return type.equalsIgnoreCase("Microsoft.Authorization/roleDefinitions");
  }

  /// Whether calls may be written in resources of a type.
  public static boolean mayCall(String type) {
    String key = type.toLowerCase(Locale.ROOT);
    return CallSites.reads(key) || PolicyRequests.reads(key);
  }

  /// Whether resources of a type may call, as what they are.
  public static boolean mayRun(String type) {
    return Workloads.areOfType(type);
  }

  /// Whether keys are looked for in resources of a type.
  public static boolean mayHoldKeys(String type) {
    return KeyPlaces.reads(type.toLowerCase(Locale.ROOT));
  }

  /// Whether the keys that are looked for in resources of a type are only those that a list
  /// function gives.
  public static boolean holdsListedKeysOnly(String type) {
    return KeyPlaces.readsListed(type.toLowerCase(Locale.ROOT));
  }

  /// Whether resources of a type are services that have keys.
  public static boolean mayHaveKeys(String type) {
    return Targets.areOfType(ResourceType.of(type));
  }

  /// Whether resources of a type are scripts.
  public static boolean mayScript(String type) {
    return Script.areOfType(type);
  }

  /// Whether resources of a type are identities.
  public static boolean mayIdentify(String type) {
    return Principals.areOfType(type);
  }

  /// Of which members of `properties` something must be known for anything to be known of a grant
  /// or a call that resources of a type give, the required one first; none when that may be any.
  /// There may be more than one list, of which each later one has more members.
  public static List<List<String>> evidence(String type) {
    String key = type.toLowerCase(Locale.ROOT);
    if (mayGrant(type)) {
      return List.of(
          List.of(AccessGraph.PRINCIPAL, "principalType"),
          List.of(AccessGraph.PRINCIPAL, "principalType", AccessGraph.ROLE));
    }
    return CallSites.reads(key) || !PolicyRequests.reads(key)
        ? List.of()
        : List.of(PolicyRequests.evidence(key));
  }
}
