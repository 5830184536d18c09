package dev.keylint.check;

import dev.keylint.graph.role.Role;
import java.util.List;

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
                  "what people call the role",
                  (role, tell) -> tell.value("name", role.name(), tell.place().at())),
              new Shape.Field<>(
                  "hasDataActions",
                  FieldType.BOOL,
                  "whether the role has data actions at all",
                  (role, tell) ->
                      tell.answered("hasDataActions", role.hasDataActions(), tell.place().at()))),
          List.of());

  private RoleShape() {}
}
