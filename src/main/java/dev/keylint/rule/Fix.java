package dev.keylint.rule;

import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// The edit that makes the subject comply.
///
/// @param because what an unsafe edit may break. Invariant: there is one if it is unsafe
public record Fix(List<Edit> edits, Safety safety, Optional<String> because) {
  public Fix {
    edits = List.copyOf(edits);
    if (safety == Safety.UNSAFE && because.isEmpty()) {
      throw new IllegalStateException("an unsafe fix without a reason");
    }
  }

  /// Whether the edit can be made without asking.
  public enum Safety {
    SAFE,
    UNSAFE
  }

  /// One change of a property.
  public sealed interface Edit {
    Formula at();
  }

  /// The property gets this value.
  public record Set(Formula at, Value value) implements Edit {}

  /// The property gets a text made from the subject.
  public record SetText(Formula at, Message text) implements Edit {}

  /// Within what is written for the property, each `from` becomes `to`.
  public record Replace(Formula at, Message from, Message to) implements Edit {}

  /// The property goes away.
  public record Remove(Formula at) implements Edit {}

  /// The parameter that the property comes from gets this default.
  public record Default(Formula at, Value value) implements Edit {}

  /// The parameter or output keeps its value out of the deployment history.
  public record Secure(Formula at) implements Edit {}

  /// The property gets what a resource of the same file has.
  ///
  /// @param to the service or identity
  public record Refer(Formula at, Formula to, FixLink link) implements Edit {}

  /// Beside a setting another one comes to stand that holds what a resource of the same file has.
  ///
  /// @param at the setting that is there
  /// @param to the service or identity
  public record Setting(Formula at, Message name, Formula to, FixLink link) implements Edit {}

  /// A role assignment gets the name guid(scope, principal, role), made of what its declaration
  /// says.
  ///
  /// @param at the name
  public record Guid(Formula at) implements Edit {}

  /// A piece of XML comes to stand behind an element.
  ///
  /// @param at what is written in the element, such as one of its attributes
  public record Behind(Formula at, Message text) implements Edit {}

  /// The logs of a resource go to the workspace that the same file declares.
  ///
  /// @param at the resource
  public record Logs(Formula at) implements Edit {}

  /// DNS zones that the same file declares come into the zone group of a private endpoint.
  ///
  /// @param at the configurations of the group
  /// @param names the names of the zones, with spaces between them
  public record Zones(Formula at, Message names) implements Edit {}

  /// An identity gets a role at a service, both of the same file.
  ///
  /// @param at the service
  /// @param to the identity
  /// @param role the GUID of a built-in role
  public record Assign(Formula at, Formula to, Message role) implements Edit {}
}
