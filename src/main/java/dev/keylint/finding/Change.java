package dev.keylint.finding;

import dev.keylint.text.Location;
import dev.keylint.value.Value;

/// One change of what was written, by the places that a scan knows; the text is not looked at yet.
public sealed interface Change {

  /// A property gets this value.
  record Write(Spot spot, Value value) implements Change {}

  /// A property goes away.
  record Remove(Spot.Written spot) implements Change {}

  /// Within what is written for a property, each `from` becomes `to`.
  record Exchange(Spot.Written spot, String from, String to) implements Change {}

  /// The parameter that is declared there gets this default.
  record Default(Location parameter, Value value) implements Change {}

  /// The parameter or output that is declared there keeps its value out of the history.
  record Secure(Location declaration) implements Change {}

  /// A property gets what a resource of the same file has.
  record Refer(Spot spot, Reference to) implements Change {}

  /// Beside a setting another one comes to stand.
  record Setting(Location beside, String name, Reference to) implements Change {}

  /// A role assignment comes to stand beside the resources of its two ends.
  ///
  /// @param principal the object id of the identity
  /// @param scope the service
  /// @param role the GUID of the role
  /// @param roleName what people call it
  record Assign(Reference principal, Reference scope, String role, String roleName)
      implements Change {}

  /// Something of a resource.
  ///
  /// @param declaration the head of its declaration
  /// @param path what is wanted of it, such as `properties.clientId`; empty for the resource itself
  record Reference(Location declaration, String path) {}

  /// There is no place for the change; why, as a phrase.
  record Impossible(String why) implements Change {}
}
