package dev.keylint.check;

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
                  Type.STRING,
                  "the GUID of the role definition, in lower case",
                  (role, tell) -> tell.value("id", role.id(), tell.place().at())),
              new Shape.Field<>(
                  "name",
                  Type.STRING,
                  "what people call the role",
                  (role, tell) -> tell.value("name", role.name(), tell.place().at())),
              new Shape.Field<>(
                  "hasDataActions",
                  Type.BOOL,
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
                  Type.STRING,
                  "what messages call the principal",
                  (identity, tell) -> tell.value("name", identity.name(), tell.place().at())),
              new Shape.Field<>(
                  "isWorkload",
                  Type.BOOL,
                  "whether it is a managed identity or service principal, no user or group",
                  (identity, tell) ->
                      tell.answered("isWorkload", identity.isWorkload(), tell.place().at()))),
          List.of());

  static final Shape<Target> TARGET =
      new Shape<>(
          "target",
          List.of(
              new Shape.Field<>(
                  "name",
                  Type.STRING,
                  "the name of the account, project or Search service",
                  (target, tell) -> tell.value("name", target.name(), tell.place().at()))),
          List.of());

  static final Shape<Grant> GRANT =
      new Shape<>(
          "grant",
          List.of(
              new Shape.Field<>(
                  "role",
                  new Type.Of("role"),
                  "the role that is assigned",
                  (grant, tell) -> tell.struct("role", ROLE, grant.role(), grant.roleAt().at())),
              new Shape.Field<>(
                  "principal",
                  new Type.Of("principal"),
                  "who it is assigned to",
                  (grant, tell) ->
                      tell.struct(
                          "principal", PRINCIPAL, grant.principal(), grant.principalAt().at())),
              new Shape.Field<>(
                  "scope",
                  Type.STRING,
                  "the id of what it is assigned at",
                  (grant, tell) -> tell.value("scope", grant.scope(), grant.at())),
              new Shape.Field<>(
                  "targets",
                  Type.list(Type.STRING),
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
                  Type.STRING,
                  "the host name in lower case",
                  (call, tell) -> tell.fact("host", call.host())),
              new Shape.Field<>(
                  "path",
                  Type.STRING,
                  "the path of the URL, at least /",
                  (call, tell) -> tell.fact("path", call.path())),
              new Shape.Field<>(
                  "audience",
                  Type.STRING,
                  "what the token is asked for, without /.default and slash at the end; may be"
                      + " absent",
                  (call, tell) -> call.audience().flatMap(it -> tell.fact("audience", it))),
              new Shape.Field<>(
                  "credential",
                  Type.STRING,
                  "managed-identity, identity (some other token) or key",
                  (call, tell) -> tell.fact("credential", call.credential())),
              new Shape.Field<>(
                  "clientId",
                  Type.STRING,
                  "which of the identities is asked for; may be absent",
                  (call, tell) -> call.clientId().flatMap(it -> tell.fact("clientId", it))),
              new Shape.Field<>(
                  "target",
                  new Type.Of("target"),
                  "the service called, when it is one of the estate; may be absent",
                  (call, tell) ->
                      call.target().flatMap(it -> tell.struct("target", TARGET, it, call.at()))),
              new Shape.Field<>(
                  "caller",
                  Type.STRING,
                  "the name of the resource that calls; may be absent",
                  (call, tell) -> caller(call).flatMap(it -> tell.value("caller", it, call.at())))),
          List.of());

  private Shapes() {}

  /// All of them, for the rule compiler and the docs.
  public static List<Shape<?>> all() {
    return List.of(Access.SHAPE, GRANT, ROLE, PRINCIPAL, CALL, TARGET);
  }

  private static Optional<Value> caller(Call call) {
    return call.workload().map(it -> it.name());
  }
}
