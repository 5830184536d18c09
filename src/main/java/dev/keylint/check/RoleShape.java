package dev.keylint.check;

import dev.keylint.graph.role.Role;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// What rules may read of a role.
final class RoleShape {
  static final Shape<Role> SHAPE =
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
                  "what people call the role; its id where that leads to none",
                  (role, tell) -> tell.value("name", name(role), tell.place().at())),
              new Shape.Field<>(
                  "hasDataActions",
                  FieldType.BOOL,
                  "whether the role has data actions at all",
                  (role, tell) ->
                      tell.answered("hasDataActions", role.hasDataActions(), tell.place().at())),
              new Shape.Field<>(
                  "kind",
                  FieldType.STRING,
                  "builtIn, custom, or what is wrong with it: retired, mistyped, malformed,"
                      + " missing; unknown when it may be one of the tenant's",
                  (role, tell) -> tell.derived("kind", role.kind(), tell.place().at())),
              new Shape.Field<>(
                  "isMalformed",
                  FieldType.BOOL,
                  "whether the id is known and certainly no GUID",
                  (role, tell) ->
                      tell.answered(
                          "isMalformed", Answer.of(role.isMalformed()), tell.place().at())),
              new Shape.Field<>(
                  "near",
                  FieldType.STRING,
                  "name and GUID of the built-in role that was probably meant; may be absent",
                  RoleShape::near)),
          List.of(
              new Shape.Question<>(
                  "hasDataActionsOf",
                  List.of(FieldType.STRING),
                  "whether the role has data actions of a provider, such as Microsoft.Search",
                  (role, arguments, tell) ->
                      tell.answer(
                          "hasDataActionsOf",
                          role.hasDataActions(arguments.text(0)),
                          tell.place().at()))));

  private RoleShape() {}

  /// What is tried out for an id that is not known is no name.
  private static Value name(Role role) {
    return role.name() instanceof Value.Unknown id && id.equals(role.id())
        ? Doubt.dependent("roleName", id)
        : role.name();
  }

  private static Optional<Result> near(Role role, Telling tell) {
    Location at = tell.place().at();
    return role.near()
        .flatMap(
            it -> tell.value("near", new Value.Str(it.name() + " " + it.id(), Origin.at(at)), at));
  }
}
