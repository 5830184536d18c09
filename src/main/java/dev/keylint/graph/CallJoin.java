package dev.keylint.graph;

import dev.keylint.graph.call.Audience;
import dev.keylint.graph.call.CallSite;
import dev.keylint.graph.call.CallSites;
import dev.keylint.graph.call.ClientIds;
import dev.keylint.graph.call.Credential;
import dev.keylint.graph.call.Endpoint;
import dev.keylint.graph.call.Endpoints;
import dev.keylint.graph.call.Fact;
import dev.keylint.graph.call.Purpose;
import dev.keylint.graph.call.Settings;
import dev.keylint.graph.call.Source;
import dev.keylint.graph.call.Target;
import dev.keylint.graph.policy.PolicyRequest;
import dev.keylint.graph.policy.PolicyRequests;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Joins calls with the workloads that make them, whatever kind of evidence they come from.
final class CallJoin {
  private final Endpoints endpoints;
  private final Workloads workloads;
  private final SignIn signIn;

  CallJoin(Endpoints endpoints, Workloads workloads, SignIn signIn) {
    this.endpoints = endpoints;
    this.workloads = workloads;
    this.signIn = signIn;
  }

  List<Call> all(ResourceIndex index, List<Settings> settings, PolicyRequests policies) {
    List<CallSite> sites = new ArrayList<>(CallSites.of(index, endpoints, settings));
    for (PolicyRequest request : policies.all()) {
      sites.addAll(sites(request));
    }
    Set<String> seen = new HashSet<>();
    return sites.stream().map(site -> call(site, seen)).toList();
  }

  /// A request with a token says enough unless it goes to something else than AI or Search and asks
  /// for no audience. Where it picks among several URLs when it comes, all must lead to services of
  /// one kind.
  private List<CallSite> sites(PolicyRequest request) {
    Map<String, CallSite> sites = new LinkedHashMap<>();
    Set<String> kinds = new HashSet<>();
    for (Property url : request.urls()) {
      Optional<Endpoint> endpoint = endpoints.read(url.value());
      endpoint.ifPresent(it -> kinds.add(it.kind()));
      endpoint
          .filter(it -> it.mayBeOurs() || request.audience().isPresent())
          .ifPresent(
              it -> sites.putIfAbsent(it.host().key() + it.path().key(), site(request, it, url)));
    }
    if (kinds.size() < 2 || sites.isEmpty()) {
      return List.copyOf(sites.values());
    }
    Property first = request.urls().getFirst();
    Value.Unknown picked =
        Doubt.unsupported("how a request picks its backend", request.credential().at());
    Property open = first.with(picked);
    return endpoints.read(picked).map(it -> site(request, it, open)).stream().toList();
  }

  private static CallSite site(PolicyRequest request, Endpoint endpoint, Property url) {
    return new CallSite(
        request.service(),
        request.policy(),
        source(request),
        endpoint,
        url,
        request.audience().flatMap(Audience::of),
        credential(request),
        ClientIds.of(request.clientId().map(it -> new Fact(it.value(), it))));
  }

  private static Source source(PolicyRequest request) {
    if (request.isUnread()) {
      return Source.UNREAD;
    }
    return PolicyRequests.isBackend(request.policy()) ? Source.BACKEND : Source.POLICY;
  }

  private static Credential credential(PolicyRequest request) {
    return request
        .unread()
        .map(why -> Credential.unknown(why, request.credential()))
        .orElseGet(() ->
            request.byKey()
                ? Credential.key(request.credential())
                : Credential.managedIdentity(request.credential()));
  }

  private Call call(CallSite site, Set<String> seen) {
    Optional<Workload> workload = site.owner().flatMap(workloads::of);
    Fact credential =
        switch (site.credential()) {
          case Credential.Said(Fact fact) -> fact;
          case Credential.Own(Property evidence) -> own(site.owner(), workload, evidence);
        };
    EffectiveIdentity identity = signIn.of(site, workload, credential);
    return new Call(
        Purpose.of(site),
        workload,
        site.resource(),
        site.source(),
        site.endpoint(),
        new Fact(site.endpoint().host().value(), site.evidence()),
        new Fact(site.endpoint().path().value(), site.evidence()),
        site.audience(),
        credential,
        site.client().said(),
        identity,
        site.client().settings(),
        site.endpoint().target(),
        !seen.add(same(site, credential, identity)),
        site.audience().map(Fact::at).orElse(site.evidence().at()));
  }

  /// The same text for calls that need the same rights of the same identity.
  private static String same(CallSite site, Fact credential, EffectiveIdentity identity) {
    String target =
        site.endpoint().target().map(Target::key).orElseGet(() -> site.endpoint().host().key());
    String who =
        switch (identity) {
          case EffectiveIdentity.Known(Identity known) -> known.key();
          case EffectiveIdentity.None() -> "none";
          case EffectiveIdentity.Open(Value.Unknown because) -> "? " + because.reason();
        };
    String owner = NormalForm.plain(site.owner().orElse(site.resource()).id());
    String by = NormalForm.plain(credential.value());
    // An app may call by what its settings say, and by the actions of a workflow that it runs.
    Source source = site.source() == Source.ACTION ? Source.SETTING : site.source();
    return String.join("\n", owner, target, who, by, Purpose.of(site).word(), source.word());
  }

  /// That a workload signs in as itself: by a managed identity if it has one, else by some other
  /// token; `evidence` where nothing is said about identities.
  private static Fact own(
      Optional<Resource> owner, Optional<Workload> workload, Property evidence) {
    Property at = owner.flatMap(it -> it.body().properties().property("identity")).orElse(evidence);
    if (workload.isEmpty()) {
      return new Fact(
          Doubt.notStated("the identity of a resource that is not here", evidence.at()), evidence);
    }
    return switch (workload.orElseThrow().hasIdentity()) {
      case Answer.Known(var holds) ->
          new Fact(new Value.Str(holds ? "managed-identity" : "identity", Origin.at(at.at())), at);
      case Answer.Open(var because) ->
          new Fact(Doubt.dependent("credential", because.getFirst()), at);
    };
  }
}
