package dev.keylint.graph;

import dev.keylint.resource.ResourceId;
import dev.keylint.text.Keyword;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Value;
import java.util.Optional;

/// Who a role is assigned to, or who a workload signs in as.
public sealed interface Identity {
  /// The same text for the same identity: a resource id in normal form or a principal's id, in
  /// lower case.
  String key();

  /// What messages call it.
  Value name();

  /// What it is: `managedIdentity`, or the word of a `Kind`; unknown when that can't be told.
  Value kind();

  /// Whether a workload signs in as it: whether it is a managed identity declared or found here.
  /// Open for a group, which may have one as a member.
  Answer isWorkload();

  /// The resource that it is, or that has it as its own; empty where it is none at hand.
  default Optional<ResourceId> resource() {
    return switch (this) {
      case SystemAssigned(_, var owner, _) -> Optional.of(owner);
      case UserAssigned(var id, _) -> Optional.of(id);
      case Principal _, Unresolved _ -> Optional.empty();
    };
  }

  default boolean is(Identity other) {
    return key().equals(other.key());
  }

  /// Whether it only stands for the lack of one.
  default boolean isNobody() {
    return this instanceof Principal(Kind type, _, _) && type == Kind.NOBODY;
  }

  /// The identity that Azure makes for a resource and deletes with it; the key is the resource's,
  /// but of the nodes of a cluster.
  record SystemAssigned(String key, ResourceId owner, Value name) implements Identity {
    /// The one that a resource calls as.
    public SystemAssigned(ResourceId owner, Value name) {
      this(owner.key(), owner, name);
    }

    @Override
    public Value kind() {
      return managedIdentity(name);
    }

    @Override
    public Answer isWorkload() {
      return Answer.yes();
    }
  }

  /// An identity that is a resource of its own; the key is the resource's.
  record UserAssigned(ResourceId id, Value name) implements Identity {
    @Override
    public String key() {
      return id.key();
    }

    @Override
    public Value kind() {
      return managedIdentity(name);
    }

    @Override
    public Answer isWorkload() {
      return Answer.yes();
    }
  }

  /// A principal of the directory that is no resource at hand.
  record Principal(Kind type, String key, Value name) implements Identity {
    @Override
    public Value kind() {
      return new Value.Str(type.word(), name.origin());
    }

    @Override
    public Answer isWorkload() {
      return switch (type) {
        case SERVICE_PRINCIPAL, USER, DEVICE, DEPLOYER, NOBODY -> Answer.no();
        case GROUP -> Answer.open(Doubt.withheld("members of a group", name.origin().at()));
      };
    }
  }

  /// A principal of which not even the kind is known.
  record Unresolved(String key, Value name, Value.Unknown because) implements Identity {
    @Override
    public Value kind() {
      return because;
    }

    @Override
    public Answer isWorkload() {
      return Answer.open(because);
    }
  }

  /// What a directory principal is, by `principalType`.
  enum Kind implements Keyword {
    USER,
    GROUP,
    DEVICE,
    SERVICE_PRINCIPAL,
    /// Who runs the deployment: a person, or a pipeline's service principal.
    DEPLOYER,
    /// An empty id, as of a user whom nobody has named.
    NOBODY;
  }

  private static Value managedIdentity(Value name) {
    return new Value.Str("managedIdentity", name.origin());
  }
}
