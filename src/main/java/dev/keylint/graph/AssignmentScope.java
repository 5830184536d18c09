package dev.keylint.graph;

import dev.keylint.resource.ResourceId;
import dev.keylint.value.Doubt;
import dev.keylint.value.Value;

/// What a role is assigned at.
///
/// @param path its id, as far as it is known
/// @param kind tenant, managementGroup, subscription, resourceGroup or resource; unknown when the
///   id can't be read
/// @param created whether the estate creates it
public record AssignmentScope(ResourceId path, Value kind, boolean created) {
  /// The id as it was read.
  public Value id() {
    return path.value();
  }

  static AssignmentScope of(ResourceId scope, boolean created) {
    Value id = scope.value();
    return new AssignmentScope(
        scope,
        scope
            .scopeKind()
            .or(() -> ModuleProviders.of(id).map(_ -> "resource"))
            .<Value>map(kind -> new Value.Str(kind, id.origin()))
            .orElseGet(() -> Doubt.because(id)),
        created);
  }
}
