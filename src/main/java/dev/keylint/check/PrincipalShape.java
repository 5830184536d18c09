package dev.keylint.check;

import dev.keylint.graph.Identity;
import java.util.List;

/// What rules may read of the principal of a role assignment.
final class PrincipalShape {
  static final Shape<Identity> SHAPE =
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

  private PrincipalShape() {}
}
