package dev.keylint.graph;

import dev.keylint.graph.call.Targets;
import dev.keylint.resource.ResourceId;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;

/// What a role is assigned at.
///
/// @param path its id, as far as it is known
/// @param kind tenant, managementGroup, subscription, resourceGroup or resource; unknown when the
///   id can't be read
/// @param created whether the estate creates it
public record AssignmentScope(ResourceId path, Value kind, boolean created) {

  static AssignmentScope of(ResourceId scope, boolean created) {
    Value id = scope.value();
    // Whatever decided a name in it did not decide what kind of scope it is.
    Origin way = id.origin().notDecidedBy(id.origin().variables());
    return new AssignmentScope(
        scope,
        scope
            .scopeKind()
            .or(() -> ModuleProviders.of(id).map(_ -> "resource"))
            .<Value>map(kind -> new Value.Str(kind, way))
            .orElseGet(() -> Doubt.because(id)),
        created);
  }

  /// Its id as it was read.
  public Value id() {
    return path.value();
  }

  /// Whether it lies below a service that is called, as an index of Search does.
  public boolean isPartOfService() {
    return path.type()
        .filter(it -> it.startsWith(Targets.ACCOUNT + "/") || it.startsWith(Targets.SEARCH + "/"))
        .isPresent();
  }
}
