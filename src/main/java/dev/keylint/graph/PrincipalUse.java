package dev.keylint.graph;

import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Value;

/// Whether the principals of role assignments are still there and used, as far as Azure was read.
public final class PrincipalUse {
  /// The list that says which resources carry an identity, of any type: only this one has all.
  private static final String CARRIERS =
      "Microsoft.ManagedIdentity/userAssignedIdentities/associatedResources";

  /// The one of those who sign in as it from elsewhere, as a cluster or a pipeline does.
  private static final String CREDENTIALS =
      "Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials";

  private PrincipalUse() {}

  /// Whether a principal is there and, when it is a user-assigned identity, some resource carries
  /// it or somebody elsewhere signs in as it. An identity that Azure made for a resource goes with
  /// it.
  public static Answer of(Identity principal, AccessGraph graph) {
    Location at = principal.name().origin().at();
    return switch (principal) {
      case Identity.SystemAssigned _ -> Answer.yes();
      case Identity.UserAssigned it -> carried(it, graph, at);
      case Identity.Principal(var kind, _, _) ->
          switch (kind) {
            case DEPLOYER -> Answer.yes();
            case NOBODY -> Answer.no();
            case USER, GROUP, DEVICE, SERVICE_PRINCIPAL ->
                Answer.open(Doubt.withheld("the directory, which keylint does not ask", at));
          };
      case Identity.Unresolved(_, _, Value.Unknown because) -> Answer.open(because);
    };
  }

  private static Answer carried(Identity identity, AccessGraph graph, Location at) {
    Answer seen =
        graph.workloadsOf(identity).stream()
            .map(it -> it.holds(identity))
            .reduce(Answer.of(!graph.credentialsOf(identity).isEmpty()), Answer::or);
    return seen.or(unread(CARRIERS, "the list of resources that carry it", graph, at))
        .or(unread(CREDENTIALS, "its federated credentials", graph, at));
  }

  private static Answer unread(String list, String what, AccessGraph graph, Location at) {
    return graph.estate().isRead(list) ? Answer.no() : Answer.open(Doubt.withheld(what, at));
  }
}
