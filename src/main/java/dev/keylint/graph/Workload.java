package dev.keylint.graph;

import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.value.Answer;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A resource that runs code or makes calls, with the identities it may sign in as.
///
/// @param systemAssigned whether it has an identity of its own
/// @param userAssigned the identities attached to it
/// @param unknownIdentities why there may be more; empty when the list is complete
public record Workload(
    Resource resource,
    ResourceId id,
    Value name,
    Answer systemAssigned,
    List<Identity> userAssigned,
    Optional<Value.Unknown> unknownIdentities) {
  public Workload {
    userAssigned = List.copyOf(userAssigned);
  }

  /// The same text for the same resource, in lower case.
  public String key() {
    return id.key();
  }

  /// Whether an identity that is a resource of its own is attached to it.
  public Answer hasUserAssigned() {
    return Answer.of(!userAssigned.isEmpty())
        .or(unknownIdentities.map(Answer::open).orElseGet(Answer::no));
  }

  /// Whether it has any managed identity.
  public Answer hasIdentity() {
    return systemAssigned.or(hasUserAssigned());
  }

  /// Whether it may sign in as a managed identity.
  public Answer holds(Identity identity) {
    Answer own = ownIdentity().is(identity) ? systemAssigned : Answer.no();
    Answer attached = Answer.of(userAssigned.stream().anyMatch(identity::is));
    return attached.or(own).or(unknownIdentities.map(Answer::open).orElseGet(Answer::no));
  }

  /// All that it certainly may sign in as.
  public List<Identity> identities() {
    List<Identity> all = new ArrayList<>(userAssigned);
    if (systemAssigned.isTrue()) {
      all.addFirst(ownIdentity());
    }
    return all;
  }

  /// Why there may be identities that `identities` lacks.
  public Optional<Value.Unknown> moreIdentities() {
    return systemAssigned instanceof Answer.Open(var because)
        ? Optional.of(because.getFirst())
        : unknownIdentities;
  }

  /// The identity that Azure makes for it, if it has one.
  public Identity ownIdentity() {
    return new Identity.SystemAssigned(id, name);
  }
}
