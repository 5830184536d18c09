package dev.keylint.graph.role;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// One permission entry of a role: what it adds and what it takes away again, for the control plane
/// (`actions`) and the data plane (`dataActions`).
///
/// @param conditional the actions that its condition names; `*` when it may bear on all
public record Permission(
    List<String> actions,
    List<String> notActions,
    List<String> dataActions,
    List<String> notDataActions,
    List<String> conditional) {
  public Permission {
    actions = List.copyOf(actions);
    notActions = List.copyOf(notActions);
    dataActions = List.copyOf(dataActions);
    notDataActions = List.copyOf(notDataActions);
    conditional = List.copyOf(conditional);
  }

  /// Whether it gives an action of the control plane, if any condition is met.
  public boolean allows(String action) {
    return ActionPattern.any(actions, action) && !ActionPattern.any(notActions, action);
  }

  /// Whether it gives a data action, if any condition is met.
  public boolean allowsData(String action) {
    return ActionPattern.any(dataActions, action) && !ActionPattern.any(notDataActions, action);
  }

  /// Whether it gives any data action of a provider, if any condition is met.
  boolean reachesData(String provider) {
    String all = provider + "/*";
    return dataActions.stream()
        .filter(pattern -> ActionPattern.overlaps(pattern, provider + "/"))
        .map(pattern -> ActionPattern.matches(pattern, all) ? all : pattern)
        .anyMatch(pattern -> !ActionPattern.any(notDataActions, pattern));
  }

  /// Whether it gives anything on resources of a provider.
  boolean reaches(String provider) {
    String start = provider + "/";
    return actions.stream().anyMatch(pattern -> ActionPattern.overlaps(pattern, start))
        || dataActions.stream().anyMatch(pattern -> ActionPattern.overlaps(pattern, start));
  }

  /// Whether it gives anything on resources of a provider that is none of these.
  boolean reachesOthers(Set<String> providers) {
    return Stream.concat(actions.stream(), dataActions.stream())
        .map(pattern -> pattern.substring(0, Math.max(0, pattern.indexOf('/'))))
        .anyMatch(it -> !it.isEmpty() && !it.contains("*") && !isOneOf(it, providers));
  }

  private static boolean isOneOf(String provider, Set<String> providers) {
    return providers.contains(provider.toLowerCase(Locale.ROOT));
  }

  /// Whether a condition has a say in the action.
  public boolean isConditional(String action) {
    return AbacConditions.canRestrict(action) && ActionPattern.any(conditional, action);
  }
}
