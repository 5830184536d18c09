package dev.keylint.graph;

import dev.keylint.value.Answer;
import dev.keylint.value.Value;

/// Who a role is assigned to, or who a workload signs in as.
public sealed interface Identity {
  /// The same text for the same identity: a resource id in normal form or a principal's id, in
  /// lower case.
  String key();

  /// What messages call it.
  Value name();

  /// Whether it is a managed identity or a service principal, and no user or group.
  Answer isWorkload();

  default boolean is(Identity other) {
    return key().equals(other.key());
  }

  /// The identity that Azure makes for a resource and deletes with it; the key is the resource's.
  record SystemAssigned(String key, Value name) implements Identity {
    @Override
    public Answer isWorkload() {
      return Answer.yes();
    }
  }

  /// An identity that is a resource of its own; the key is the resource's.
  record UserAssigned(String key, Value name) implements Identity {
    @Override
    public Answer isWorkload() {
      return Answer.yes();
    }
  }

  /// A principal of the directory that no resource at hand explains.
  record Principal(Kind kind, String key, Value name) implements Identity {
    @Override
    public Answer isWorkload() {
      return Answer.of(kind == Kind.SERVICE_PRINCIPAL);
    }
  }

  /// A principal of which not even the kind is known.
  record Unresolved(String key, Value name, Value.Unknown because) implements Identity {
    @Override
    public Answer isWorkload() {
      return Answer.open(because);
    }
  }

  /// What a directory principal is, by `principalType`.
  enum Kind {
    USER,
    GROUP,
    DEVICE,
    SERVICE_PRINCIPAL
  }
}
