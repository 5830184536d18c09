package dev.keylint.check;

import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.Call;
import dev.keylint.graph.DiagnosticSetting;
import dev.keylint.graph.Grant;
import dev.keylint.graph.Identity;
import dev.keylint.graph.Network;
import dev.keylint.graph.PrivateEndpoint;
import dev.keylint.graph.TrustedCaller;
import dev.keylint.graph.policy.PolicyRequests;
import dev.keylint.graph.policy.UnsentToken;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Who uses a resource with tokens, as rules about resources may ask.
///
/// The graph is only made when a rule does ask.
record Access(Supplier<AccessGraph> graph, Resource resource, Deployed deployed) {
  static final Shape<Access> SHAPE =
      new Shape<>(
          "access",
          List.of(
              new Shape.Field<>(
                  "tokenCallers",
                  FieldType.list(FieldType.STRING),
                  "the names of those that call the resource with a token",
                  (access, tell) -> Optional.of(access.tokenCallers(tell))),
              new Shape.Field<>(
                  "dataRoles",
                  FieldType.list(FieldType.STRING),
                  "the names of those that hold a role with data actions of its provider on it",
                  (access, tell) -> Optional.of(access.dataRoles(tell))),
              new Shape.Field<>(
                  "privateEndpoints",
                  FieldType.list(FieldType.STRING),
                  "the names of the private endpoints that lead to it",
                  (access, tell) -> Optional.of(access.privateEndpoints(tell))),
              new Shape.Field<>(
                  "privateServices",
                  FieldType.list(FieldType.STRING),
                  "of a private DNS zone group, what its private endpoint leads to: the kind of"
                      + " each account, Search for a search service; absent when it leads to"
                      + " neither",
                  Access::privateServices),
              new Shape.Field<>(
                  "trustedCallers",
                  FieldType.list(FieldType.STRING),
                  "the names of the services that its firewall may trust (Search, Machine Learning,"
                      + " Foundry) and that call it with a managed identity over its public"
                      + " address",
                  (access, tell) -> Optional.of(access.trustedCallers(tell))),
              new Shape.Field<>(
                  "admitsTrustedServices",
                  FieldType.BOOL,
                  "whether its firewall lets in those services whatever else it keeps out; unknown"
                      + " for an account that does not say it",
                  (access, tell) ->
                      tell.answered(
                          "admitsTrustedServices",
                          access.graph.get().network().admitsTrustedServices(access.resource),
                          access.graph.get().network().firewallAt(access.resource))),
              new Shape.Field<>(
                  "diagnosticSettings",
                  FieldType.list(FieldType.STRING),
                  "the names of the diagnostic settings that send its logs somewhere",
                  (access, tell) -> Optional.of(access.diagnosticSettings(tell))),
              new Shape.Field<>(
                  "unsentTokens",
                  FieldType.list(FieldType.STRING),
                  "of a policy of API Management, the variables in which it keeps a token that no"
                      + " Authorization header carries",
                  (access, tell) -> Optional.of(access.unsentTokens(tell))),
              new Shape.Field<>(
                  "searchKeys",
                  FieldType.list(FieldType.STRING),
                  "of a deployment script or flow, the members of Search objects in it that hold a"
                      + " key",
                  (access, tell) -> Optional.of(ScriptMembers.searchKeys(access.resource, tell))),
              new Shape.Field<>(
                  "identity",
                  new FieldType.Of("identity"),
                  "the user-assigned identity that the resource is or is a part of; may be absent",
                  Access::identity),
              new Shape.Field<>(
                  "isGrantToNewIdentity",
                  FieldType.BOOL,
                  "whether it is a role assignment for an identity that the same deployment makes",
                  (access, tell) ->
                      tell.answered(
                          "isGrantToNewIdentity",
                          access.isGrantToNewIdentity(),
                          tell.place().at())),
              new Shape.Field<>(
                  "isInPerimeter",
                  FieldType.BOOL,
                  "whether a network security perimeter that enforces its rules is associated with"
                      + " it; the resource's own network settings count no more then",
                  (access, tell) ->
                      tell.answered(
                          "isInPerimeter",
                          access.graph.get().network().isInPerimeter(access.resource),
                          tell.place().at())),
              new Shape.Field<>(
                  "perimeterAdmitsAll",
                  FieldType.BOOL,
                  "whether its network security perimeter lets everybody in; never known, as"
                      + " perimeters are not read",
                  (access, tell) ->
                      tell.answered("perimeterAdmitsAll", perimeter(tell), tell.place().at()))),
          List.of());

  /// That of what the resource is in another graph.
  Access in(Supplier<AccessGraph> other, Resource there) {
    return new Access(other, there, deployed);
  }

  private Result tokenCallers(Telling tell) {
    Found found = new Found("tokenCallers", tell);
    for (Call call : graph.get().callsTo(resource)) {
      Value name = call.workload().map(it -> it.name()).orElse(call.resource().name());
      found.add(withToken(call), name, call.at());
    }
    return found.result();
  }

  private static Answer withToken(Call call) {
    return call.credential().value() instanceof Value.Unknown unknown
        ? Answer.open(unknown)
        : Answer.of(!NormalForm.plain(call.credential().value()).equals("key"));
  }

  private Result dataRoles(Telling tell) {
    String type = resource.type().name();
    String provider = type.substring(0, type.indexOf('/'));
    Found found = new Found("dataRoles", tell);
    for (Grant grant : graph.get().grantsOn(resource)) {
      found.add(
          grant.given().hasDataActions(provider), grant.principal().name(), grant.roleAt().at());
    }
    return found.result();
  }

  private Result privateEndpoints(Telling tell) {
    Found found = new Found("privateEndpoints", tell);
    ResourceId id = ResourceId.of(resource.id());
    for (PrivateEndpoint endpoint : graph.get().network().privateEndpoints()) {
      found.add(endpoint.leadsTo(id), endpoint.name(), endpoint.at());
    }
    graph.get().unseen().forEach(found::maybe);
    return found.result();
  }

  private static Optional<Result> privateServices(Access access, Telling tell) {
    List<Value> services = access.graph.get().network().privateServices(access.resource);
    Found found = new Found("privateServices", tell);
    for (Value kind : services) {
      if (kind instanceof Value.Unknown unknown) {
        found.maybe(unknown);
      } else {
        found.add(Answer.yes(), kind, kind.origin().at());
      }
    }
    return services.isEmpty() ? Optional.empty() : Optional.of(found.result());
  }

  private Answer isGrantToNewIdentity() {
    return graph
        .get()
        .grant(resource)
        .map(it ->
            it.principal() instanceof Identity.Unresolved unresolved
                ? Answer.open(unresolved.because())
                : Answer.of(graph.get().resource(it.principal()).isPresent()))
        .orElseGet(Answer::no);
  }

  private static Answer perimeter(Telling tell) {
    return Answer.open(
        Doubt.notStated("what the network security perimeter lets in", tell.place().at()));
  }

  private Result trustedCallers(Telling tell) {
    Found found = new Found("trustedCallers", tell);
    for (TrustedCaller caller : graph.get().network().trustedCallers(resource)) {
      found.add(caller.overPublicAddress(), caller.name(), caller.at());
    }
    return found.result();
  }

  private Result diagnosticSettings(Telling tell) {
    Found found = new Found("diagnosticSettings", tell);
    Network network = graph.get().network();
    ResourceId id = ResourceId.of(resource.id());
    for (DiagnosticSetting setting : network.diagnosticSettings()) {
      found.add(setting.sendsLogsOf(id), setting.name(), setting.at());
    }
    network.unreadDiagnostics(resource).ifPresent(found::maybe);
    graph.get().unseen().forEach(found::maybe);
    return found.result();
  }

  private Result unsentTokens(Telling tell) {
    Found found = new Found("unsentTokens", tell);
    PolicyRequests policies = graph.get().policies();
    for (UnsentToken token : policies.unsent()) {
      if (Values.same(token.policy().id(), resource.id()) == Truth.TRUE) {
        Value name = new Value.Str(token.variable(), Origin.at(token.at()));
        found.add(token.unsent(), name, token.at());
      }
    }
    policies.unread(resource).ifPresent(found::maybe);
    return found.result();
  }

  private static Optional<Result> identity(Access access, Telling tell) {
    AccessGraph graph = access.graph.get();
    return graph
        .identity(access.resource)
        .flatMap(it ->
            tell.struct(
                "identity", IdentityShape.SHAPE, new InGraph<>(graph, it), tell.place().at()));
  }
}
