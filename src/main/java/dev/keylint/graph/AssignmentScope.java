package dev.keylint.graph;

import dev.keylint.graph.call.Targets;
import dev.keylint.resource.ResourceId;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// What a role is assigned at.
///
/// @param path its id, as far as it is known
/// @param kind tenant, managementGroup, subscription, resourceGroup or resource; unknown when the
///   id can't be read
/// @param declared its id as that of what the estate creates; empty when it does not
public record AssignmentScope(ResourceId path, Value kind, Optional<Value> declared) {

  static AssignmentScope of(ResourceId scope, Optional<Value> declared) {
    Value id = scope.value();
    return new AssignmentScope(
        scope,
        scope
            .scopeKind()
            .or(() -> ModuleProviders.of(id).map(_ -> "resource"))
            .<Value>map(kind -> new Value.Str(kind, id.origin()))
            .orElseGet(() -> Doubt.because(id)),
        declared);
  }

  /// Whether the estate creates it.
  public boolean isCreated() {
    return declared.isPresent();
  }

  /// The environment variables by which the estate creates it, or does not.
  public List<Origin.Step> creatingVariables() {
    return declared
        .map(it -> id().origin().apart(it.origin()))
        .orElseGet(() -> id().origin().variables());
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
