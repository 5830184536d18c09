package dev.keylint.finding;

import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// One change of what was written, by the places that a scan knows; the text is not looked at yet.
public sealed interface Change {

  /// A property gets this value.
  record Write(Spot spot, Value value) implements Change {}

  /// What stands where the id of a role belongs, and is none, becomes that of this role.
  ///
  /// @param role the GUID of the role
  record Role(Spot.Written spot, String role) implements Change {}

  /// A change of an id whose name may stand in a comment behind it, at the end of the line.
  ///
  /// @param from the name of what is written now
  /// @param to the name of what comes for it
  record Commented(Change change, String from, String to) implements Change {}

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

  /// A property gets what is written as the name of the resource around it.
  ///
  /// @param declaration the head of the declaration of that resource
  record OwnName(Spot.Missing spot, Location declaration) implements Change {}

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

  /// The role assignment that is declared there gets a name that is made of its scope, principal
  /// and role.
  record Guid(Location declaration) implements Change {}

  /// A piece of XML comes to stand behind the element in which that is written.
  record Behind(Location part, String text) implements Change {}

  /// The logs of the resource that is declared there go to the workspace of the same file.
  record Logs(Location declaration) implements Change {}

  /// DNS zones that the same file declares come into a list of configurations.
  ///
  /// @param names the names of the zones
  record Zones(Location configurations, List<String> names) implements Change {
    public Zones {
      names = List.copyOf(names);
    }
  }

  /// Something of a resource.
  ///
  /// @param declaration the head of its declaration
  /// @param path what is wanted of it, such as `properties.clientId`; empty for the resource itself
  record Reference(Location declaration, String path) {}

  /// Whether one place can't have both changes.
  default boolean contradicts(Change other) {
    return this instanceof Write(Spot spot, Value value)
        && other instanceof Write(Spot same, Value another)
        && spot.isOf(same)
        && !NormalForm.print(value).equals(NormalForm.print(another));
  }

  /// There is no place for the change; why, as a phrase.
  record Impossible(String why) implements Change {}

  /// The change itself, whatever is said beside it.
  default Change bare() {
    return this instanceof Commented(Change change, _, _) ? change : this;
  }

  /// What comes into a file that may have stood in none.
  default List<String> texts() {
    return switch (bare()) {
      case Write(_, Value value) -> List.of(NormalForm.print(value));
      case Default(_, Value value) -> List.of(NormalForm.print(value));
      case Exchange(_, _, String to) -> List.of(to);
      case Setting(_, String name, _) -> List.of(name);
      case Behind(_, String text) -> List.of(text);
      case Zones(_, List<String> names) -> names;
      case Role _,
          Commented _,
          Remove _,
          Secure _,
          Refer _,
          OwnName _,
          Assign _,
          Guid _,
          Logs _,
          Impossible _ ->
          List.of();
    };
  }

  /// Where the text will be different; nowhere when that can't be.
  default Optional<Location> place() {
    return switch (this) {
      case Write(Spot spot, _) -> Optional.of(spot.place());
      case Role(Spot.Written spot, _) -> Optional.of(spot.place());
      case Commented(Change change, _, _) -> change.place();
      case Remove(Spot.Written spot) -> Optional.of(spot.place());
      case Exchange(Spot.Written spot, _, _) -> Optional.of(spot.place());
      case Default(Location parameter, _) -> Optional.of(parameter);
      case Secure(Location declaration) -> Optional.of(declaration);
      case Refer(Spot spot, _) -> Optional.of(spot.place());
      case OwnName(Spot.Missing spot, _) -> Optional.of(spot.place());
      case Setting(Location beside, _, _) -> Optional.of(beside);
      case Assign(Reference principal, _, _, _) -> Optional.of(principal.declaration());
      case Guid(Location declaration) -> Optional.of(declaration);
      case Behind(Location part, _) -> Optional.of(part);
      case Logs(Location declaration) -> Optional.of(declaration);
      case Zones(Location configurations, _) -> Optional.of(configurations);
      case Impossible _ -> Optional.empty();
    };
  }
}
