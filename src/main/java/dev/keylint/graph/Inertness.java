package dev.keylint.graph;

import dev.keylint.graph.role.Role;
import dev.keylint.value.Answer;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a role gives nothing where it is assigned, as one for AI accounts at a Search service.
final class Inertness {
  private static final List<String> OURS =
      List.of("Microsoft.CognitiveServices", "Microsoft.Search");

  /// Providers whose resources are attached to those of others.
  private static final Set<String> EXTENSIONS =
      Set.of(
          "microsoft.advisor",
          "microsoft.authorization",
          "microsoft.chaos",
          "microsoft.consumption",
          "microsoft.costmanagement",
          "microsoft.eventgrid",
          "microsoft.features",
          "microsoft.guestconfiguration",
          "microsoft.insights",
          "microsoft.maintenance",
          "microsoft.policyinsights",
          "microsoft.resourcehealth",
          "microsoft.resources",
          "microsoft.security",
          "microsoft.support");

  private Inertness() {}

  /// Stands for every provider: what reaches it has a `*` for all of them.
  private static final String ANY = "*";

  /// Whether that is so, where either the role or the scope is of AI or Search. What holds groups
  /// of resources may hold any.
  static Answer of(Role role, AssignmentScope scope) {
    if (role.reaches(ANY).isTrue()) {
      return Answer.no();
    }
    if (scope.kind() instanceof Value.Unknown because) {
      return OURS.stream().anyMatch(each -> role.reaches(each).isTrue())
          ? Answer.open(because)
          : Answer.no();
    }
    Optional<String> found = provider(scope);
    if (found.isEmpty()) {
      return Answer.no();
    }
    String provider = found.orElseThrow();
    boolean ours =
        OURS.stream().anyMatch(provider::equalsIgnoreCase)
            || OURS.stream().anyMatch(each -> role.reaches(each).isTrue());
    return Answer.of(ours).and(role.reaches(provider).not()).and(role.reachesOthers(EXTENSIONS));
  }

  /// Whose resource it is; empty for a resource group and what is above it.
  private static Optional<String> provider(AssignmentScope scope) {
    return scope
        .path()
        .type()
        .filter(_ -> !scope.path().isManagementGroup())
        .map(type -> type.substring(0, type.indexOf('/')))
        .or(() -> ModuleProviders.of(scope.id()));
  }
}
