package dev.keylint.check;

import dev.keylint.graph.Identity;
import dev.keylint.graph.PrincipalUse;
import dev.keylint.graph.Workload;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// What rules may read of the principal of a role assignment.
final class PrincipalShape {
  static final Shape<InGraph<Identity>> SHAPE =
      new Shape<>(
          "principal",
          List.of(
              new Shape.Field<>(
                  "name",
                  FieldType.STRING,
                  "what messages call the principal",
                  (identity, tell) -> tell.value("name", identity.it().name(), tell.place().at())),
              new Shape.Field<>(
                  "kind",
                  FieldType.STRING,
                  "managedIdentity (a resource declared or found here), servicePrincipal (any"
                      + " other), user, group, device, deployer (who runs the deployment) or nobody"
                      + " (an empty id)",
                  (identity, tell) ->
                      tell.derived("kind", identity.it().kind(), tell.place().at())),
              new Shape.Field<>(
                  "isWorkload",
                  FieldType.BOOL,
                  "whether it is a managed identity declared or found here; unknown for a group,"
                      + " which may have one as a member",
                  (identity, tell) ->
                      tell.answered("isWorkload", identity.it().isWorkload(), tell.place().at())),
              new Shape.Field<>(
                  "isCreated",
                  FieldType.BOOL,
                  "whether it is a managed identity that the same deployment creates",
                  (identity, tell) ->
                      tell.answered(
                          "isCreated",
                          Answer.of(identity.graph().resource(identity.it()).isPresent()),
                          tell.place().at())),
              new Shape.Field<>(
                  "isInUse",
                  FieldType.BOOL,
                  "of what was read from Azure, whether it is there and, as a user-assigned"
                      + " identity, attached to something; unknown where that was not read; absent"
                      + " in templates",
                  PrincipalShape::isInUse),
              new Shape.Field<>(
                  "workloads",
                  FieldType.list(new FieldType.Of("workload")),
                  "the resources here that certainly may sign in as it",
                  PrincipalShape::workloads),
              new Shape.Field<>(
                  "issuers",
                  FieldType.list(FieldType.STRING),
                  "whose tokens sign in as it from elsewhere: the issuers of the federated"
                      + " credentials declared for it",
                  PrincipalShape::issuers)),
          List.of());

  private PrincipalShape() {}

  private static Optional<Result> isInUse(InGraph<Identity> identity, Telling tell) {
    return identity.graph().estate().live()
        ? tell.answered(
            "isInUse", PrincipalUse.of(identity.it(), identity.graph()), tell.place().at())
        : Optional.empty();
  }

  private static Optional<Result> workloads(InGraph<Identity> identity, Telling tell) {
    List<InGraph<Workload>> holders =
        identity.graph().holders(identity.it()).stream().map(identity::other).toList();
    Location at = tell.place().at();
    return tell.structs("workloads", WorkloadShape.SHAPE, holders, Optional.empty(), at);
  }

  private static Optional<Result> issuers(InGraph<Identity> identity, Telling tell) {
    Location at = tell.place().at();
    List<Value> issuers = identity.graph().issuersOf(identity.it());
    return tell.value("issuers", new Value.Arr(issuers, Origin.at(at)), at);
  }
}
