package dev.keylint.check;

import dev.keylint.graph.Grant;
import java.util.List;

/// What rules may read of a role assignment.
final class GrantShape {
  static final Shape<Grant> SHAPE =
      new Shape<>(
          "grant",
          List.of(
              new Shape.Field<>(
                  "role",
                  new FieldType.Of("role"),
                  "the role that is assigned",
                  (grant, tell) ->
                      tell.struct("role", RoleShape.SHAPE, grant.role(), grant.roleAt().at())),
              new Shape.Field<>(
                  "principal",
                  new FieldType.Of("principal"),
                  "who it is assigned to",
                  (grant, tell) ->
                      tell.struct(
                          "principal",
                          PrincipalShape.SHAPE,
                          grant.principal(),
                          grant.principalAt().at())),
              new Shape.Field<>(
                  "scope",
                  new FieldType.Of("scope"),
                  "what it is assigned at",
                  (grant, tell) ->
                      tell.struct("scope", ScopeShape.SHAPE, grant.scope(), grant.at())),
              new Shape.Field<>(
                  "targets",
                  FieldType.list(FieldType.STRING),
                  "the names of the known accounts, projects and Search services in its scope",
                  (grant, tell) -> tell.value("targets", grant.targetNames(), grant.at()))),
          List.of(
              new Shape.Question<>(
                  "allows",
                  List.of(FieldType.STRING),
                  "whether it gives this action of the control plane",
                  (grant, arguments, tell) ->
                      tell.answer("role", grant.allows(arguments.text(0)), grant.roleAt().at())),
              new Shape.Question<>(
                  "allowsOnTarget",
                  List.of(FieldType.STRING),
                  "whether it gives this action on a target of the type that the action is about",
                  (grant, arguments, tell) ->
                      tell.answer(
                          "role", grant.allowsOnTarget(arguments.text(0)), grant.roleAt().at())),
              new Shape.Question<>(
                  "allowsData",
                  List.of(FieldType.STRING),
                  "whether it gives this data action",
                  (grant, arguments, tell) ->
                      tell.answer(
                          "role", grant.allowsData(arguments.text(0)), grant.roleAt().at()))));

  private GrantShape() {}
}
