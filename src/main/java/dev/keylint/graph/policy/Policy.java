package dev.keylint.graph.policy;

import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import java.util.Optional;

/// A policy that could be read, and which requests it bears on.
///
/// @param holder the service or workspace that it belongs to
/// @param api the API whose requests it bears on; empty for those of all
/// @param operation the operation whose requests it bears on; empty for those of all
/// @param root its elements, below a nameless one
record Policy(
    Resource resource,
    ResourceId holder,
    Optional<ResourceId> api,
    Optional<ResourceId> operation,
    PolicyElement root) {

  /// Whether both may bear on one request.
  boolean meets(Policy other) {
    return holder.key().equals(other.holder.key())
        && agree(api, other.api)
        && agree(operation, other.operation);
  }

  private static boolean agree(Optional<ResourceId> one, Optional<ResourceId> other) {
    return one.isEmpty()
        || other.isEmpty()
        || one.orElseThrow().key().equals(other.orElseThrow().key());
  }

  /// Whether it is for a wider scope than another one that it meets.
  boolean isAbove(Policy other) {
    return meets(other) && (isFor(api, other.api) || isFor(operation, other.operation));
  }

  private static boolean isFor(Optional<ResourceId> all, Optional<ResourceId> one) {
    return all.isEmpty() && one.isPresent();
  }

  /// Whether what wider scopes say about requests holds too.
  boolean inherits() {
    return root.below("inbound", "send-").stream()
        .anyMatch(inbound -> !inbound.below("base", "send-").isEmpty());
  }
}
