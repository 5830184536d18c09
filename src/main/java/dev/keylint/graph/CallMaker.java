package dev.keylint.graph;

import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.Optional;

/// Puts calls together, whatever kind of evidence they come from.
final class CallMaker {
  private final Workloads workloads;

  CallMaker(Workloads workloads) {
    this.workloads = workloads;
  }

  /// A call of which the ends are known, and not yet with what credential.
  record Draft(
      Optional<Workload> workload, Resource resource, Endpoint endpoint, Property evidence) {
    Call call(Optional<Fact> audience, Fact credential, Optional<Fact> clientId) {
      return new Call(
          workload,
          resource,
          new Fact(endpoint.host().value(), evidence),
          new Fact(endpoint.path().value(), evidence),
          audience,
          credential,
          clientId,
          endpoint.target(),
          audience.map(Fact::at).orElse(evidence.at()));
    }
  }

  Draft draft(Optional<Resource> owner, Resource resource, Endpoint endpoint, Property evidence) {
    return new Draft(owner.flatMap(workloads::of), resource, endpoint, evidence);
  }

  /// That a workload signs in as itself: by a managed identity if it has one, else by some other
  /// token; `evidence` where nothing is said about identities.
  Fact identity(Optional<Resource> owner, Property evidence) {
    Optional<Workload> workload = owner.flatMap(workloads::of);
    Property at = owner.flatMap(it -> it.body().properties().property("identity")).orElse(evidence);
    if (workload.isEmpty()) {
      return new Fact(
          Doubt.withheld("identity of a resource that is not here", evidence.at()), evidence);
    }
    Answer managed = hasIdentity(workload.orElseThrow());
    return switch (managed) {
      case Answer.Known(var holds) -> text(holds ? "managed-identity" : "identity", at);
      case Answer.Open(var because) -> new Fact(because.getFirst(), at);
    };
  }

  private static Answer hasIdentity(Workload workload) {
    Answer attached = Answer.of(!workload.userAssigned().isEmpty());
    Answer more = workload.unknownIdentities().map(Answer::open).orElseGet(Answer::no);
    return workload.systemAssigned().or(attached).or(more);
  }

  /// That a managed identity is named.
  static Fact managedIdentity(Property evidence) {
    return text("managed-identity", evidence);
  }

  /// That a key is sent.
  static Fact key(Property evidence) {
    return text("key", evidence);
  }

  private static Fact text(String credential, Property evidence) {
    Location at = evidence.at();
    return new Fact(new Value.Str(credential, Origin.at(at)), evidence);
  }
}
