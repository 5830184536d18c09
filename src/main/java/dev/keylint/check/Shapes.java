package dev.keylint.check;

import dev.keylint.graph.AssignmentScope;
import dev.keylint.graph.Call;
import dev.keylint.graph.Grant;
import dev.keylint.graph.Identity;
import dev.keylint.graph.call.Target;
import dev.keylint.graph.role.Role;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// What rules may read of the access graph; `rules/README.md` lists the same.
public final class Shapes {
  static final Shape<Role> ROLE =
      new Shape<>(
          "role",
          List.of(
              new Shape.Field<>(
                  "id",
                  FieldType.STRING,
                  "the GUID of the role definition, in lower case",
                  (role, tell) -> tell.value("id", role.id(), tell.place().at())),
              new Shape.Field<>(
                  "name",
                  FieldType.STRING,
                  "what people call the role",
                  (role, tell) -> tell.value("name", role.name(), tell.place().at())),
              new Shape.Field<>(
                  "hasDataActions",
                  FieldType.BOOL,
                  "whether the role has data actions at all",
                  (role, tell) ->
                      tell.answered("hasDataActions", role.hasDataActions(), tell.place().at()))),
          List.of());

  static final Shape<Identity> PRINCIPAL =
      new Shape<>(
          "principal",
          List.of(
              new Shape.Field<>(
                  "name",
                  FieldType.STRING,
                  "what messages call the principal",
                  (identity, tell) -> tell.value("name", identity.name(), tell.place().at())),
              new Shape.Field<>(
                  "kind",
                  FieldType.STRING,
                  "managedIdentity (a resource declared or found here), servicePrincipal (any"
                      + " other), user, group, device or deployer (who runs the deployment)",
                  (identity, tell) -> tell.value("kind", identity.kind(), tell.place().at())),
              new Shape.Field<>(
                  "isWorkload",
                  FieldType.BOOL,
                  "whether it is a managed identity declared or found here; unknown for a group,"
                      + " which may have one as a member",
                  (identity, tell) ->
                      tell.answered("isWorkload", identity.isWorkload(), tell.place().at()))),
          List.of());

  static final Shape<Target> TARGET =
      new Shape<>(
          "target",
          List.of(
              new Shape.Field<>(
                  "name",
                  FieldType.STRING,
                  "the name of the account, project or Search service",
                  (target, tell) -> tell.value("name", target.name(), tell.place().at()))),
          List.of());

  static final Shape<AssignmentScope> SCOPE =
      new Shape<>(
          "scope",
          List.of(
              new Shape.Field<>(
                  "kind",
                  FieldType.STRING,
                  "tenant, managementGroup, subscription, resourceGroup or resource",
                  (scope, tell) -> tell.value("kind", scope.kind(), tell.place().at())),
              new Shape.Field<>(
                  "id",
                  FieldType.STRING,
                  "the id, as far as it is known",
                  (scope, tell) -> tell.value("id", scope.id(), tell.place().at()))),
          List.of());

  static final Shape<Grant> GRANT =
      new Shape<>(
          "grant",
          List.of(
              new Shape.Field<>(
                  "role",
                  new FieldType.Of("role"),
                  "the role that is assigned",
                  (grant, tell) -> tell.struct("role", ROLE, grant.role(), grant.roleAt().at())),
              new Shape.Field<>(
                  "principal",
                  new FieldType.Of("principal"),
                  "who it is assigned to",
                  (grant, tell) ->
                      tell.struct(
                          "principal", PRINCIPAL, grant.principal(), grant.principalAt().at())),
              new Shape.Field<>(
                  "scope",
                  new FieldType.Of("scope"),
                  "what it is assigned at",
                  (grant, tell) -> tell.struct("scope", SCOPE, grant.scope(), grant.at())),
              new Shape.Field<>(
                  "targets",
                  FieldType.list(FieldType.STRING),
                  "the names of the known accounts, projects and Search services in its scope",
                  (grant, tell) -> tell.value("targets", grant.targetNames(), grant.at()))),
          List.of(
              new Shape.Question<>(
                  "allows",
                  1,
                  "whether it gives this action of the control plane",
                  (grant, actions, tell) ->
                      tell.answer("role", grant.allows(actions.getFirst()), grant.roleAt().at())),
              new Shape.Question<>(
                  "allowsOnTarget",
                  1,
                  "whether it gives this action on a target of the type that the action is about",
                  (grant, actions, tell) ->
                      tell.answer(
                          "role", grant.allowsOnTarget(actions.getFirst()), grant.roleAt().at())),
              new Shape.Question<>(
                  "allowsData",
                  1,
                  "whether it gives this data action",
                  (grant, actions, tell) ->
                      tell.answer(
                          "role", grant.allowsData(actions.getFirst()), grant.roleAt().at()))));

  static final Shape<Call> CALL =
      new Shape<>(
          "call",
          List.of(
              new Shape.Field<>(
                  "host",
                  FieldType.STRING,
                  "the host name in lower case",
                  (call, tell) -> tell.fact("host", call.host())),
              new Shape.Field<>(
                  "path",
                  FieldType.STRING,
                  "the path of the URL, at least /",
                  (call, tell) -> tell.fact("path", call.path())),
              new Shape.Field<>(
                  "audience",
                  FieldType.STRING,
                  "what the token is asked for, without /.default and slash at the end; may be"
                      + " absent",
                  (call, tell) -> call.audience().flatMap(it -> tell.fact("audience", it))),
              new Shape.Field<>(
                  "credential",
                  FieldType.STRING,
                  "managed-identity, identity (some other token) or key",
                  (call, tell) -> tell.fact("credential", call.credential())),
              new Shape.Field<>(
                  "clientId",
                  FieldType.STRING,
                  "which of the identities is asked for; may be absent",
                  (call, tell) -> call.clientId().flatMap(it -> tell.fact("clientId", it))),
              new Shape.Field<>(
                  "target",
                  new FieldType.Of("target"),
                  "the service called, when it is one of the estate; may be absent",
                  (call, tell) ->
                      call.target().flatMap(it -> tell.struct("target", TARGET, it, call.at()))),
              new Shape.Field<>(
                  "caller",
                  FieldType.STRING,
                  "the name of the resource that calls; may be absent",
                  (call, tell) -> caller(call).flatMap(it -> tell.value("caller", it, call.at())))),
          List.of());

  private Shapes() {}

  /// All of them, for the rule compiler and the docs.
  public static List<Shape<?>> all() {
    return List.of(Access.SHAPE, GRANT, ROLE, PRINCIPAL, SCOPE, CALL, TARGET);
  }

  private static Optional<Value> caller(Call call) {
    return call.workload().map(it -> it.name());
  }
}
