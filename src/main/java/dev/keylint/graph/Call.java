package dev.keylint.graph;

import dev.keylint.graph.call.Endpoint;
import dev.keylint.graph.call.Fact;
import dev.keylint.graph.call.Purpose;
import dev.keylint.graph.call.Settings;
import dev.keylint.graph.call.Source;
import dev.keylint.graph.call.Target;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import java.util.Optional;

/// A call that a workload makes to an AI or Search service, as its settings, policies, actions or
/// connections say.
///
/// @param purpose what it is for
/// @param workload who calls; empty when the resource that would is not in the estate
/// @param resource where the call is written down
/// @param source what kind of place that is
/// @param endpoint where it goes
/// @param host the host name in lower case; unknown, or partly so, when Azure makes it up
/// @param path the path of the URL, at least `/`
/// @param audience what the token is asked for, without `/.default` and without a slash at its end;
///   empty when nothing says it
/// @param credential `managed-identity`, `identity` (some other token) or `key`
/// @param clientId which of the identities is asked for; empty when nothing says it, an empty text
///   when it is set to nothing
/// @param identity which identity signs in
/// @param settings what the same process is set to; empty when the call is no setting
/// @param target the service called, when it is one of the estate
/// @param repeated whether an earlier one is the same but for its place: the same caller, identity,
///   target and purpose
/// @param at the place that shows the call best
public record Call(
    Purpose purpose,
    Optional<Workload> workload,
    Resource resource,
    Source source,
    Endpoint endpoint,
    Fact host,
    Fact path,
    Optional<Fact> audience,
    Fact credential,
    Optional<Fact> clientId,
    EffectiveIdentity identity,
    Optional<Settings> settings,
    Optional<Target> target,
    boolean repeated,
    Location at) {

  /// What people call a fact of it: the name of the setting that states it, else of the property.
  public String nameOf(Fact fact) {
    return settings.stream()
        .flatMap(it -> it.all().stream())
        .filter(it -> it.value().at().equals(fact.at()))
        .map(it -> it.evidence().shown())
        .findFirst()
        .orElse(fact.evidence().shown());
  }

  /// The same, whether or not an earlier one is.
  public Call alone() {
    return new Call(
        purpose,
        workload,
        resource,
        source,
        endpoint,
        host,
        path,
        audience,
        credential,
        clientId,
        identity,
        settings,
        target,
        false,
        at);
  }
}
