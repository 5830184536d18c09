package dev.keylint.graph;

import dev.keylint.graph.call.Targets;
import dev.keylint.resource.ResourceId;
import dev.keylint.value.Doubt;
import dev.keylint.value.Value;

/// What a role is assigned at.
///
/// @param id its id, as far as it is known
/// @param kind tenant, managementGroup, subscription, resourceGroup or resource; unknown when the
///   id can't be read
/// @param created whether the estate creates it
public record AssignmentScope(Value id, Value kind, boolean created) {

  static AssignmentScope of(ResourceId scope, boolean created) {
    Value id = scope.value();
    return new AssignmentScope(
        id,
        scope
            .scopeKind()
            .or(() -> ModuleProviders.of(id).map(_ -> "resource"))
            .<Value>map(kind -> new Value.Str(kind, id.origin()))
            .orElseGet(() -> Doubt.because(id)),
        created);
  }

  /// Whether it lies below a service that is called, as an index of Search does.
  public boolean isPartOfService() {
    return ResourceId.of(id)
        .type()
        .filter(it -> it.startsWith(Targets.ACCOUNT + "/") || it.startsWith(Targets.SEARCH + "/"))
        .isPresent();
  }
}
