package dev.keylint.access;

import dev.keylint.text.Location;
import java.util.List;

/// A role that an identity holds.
///
/// @param scope the name of what it is assigned at, or its kind
/// @param perhaps whether it can't be told that it reaches the service
/// @param allows what it lets its holder do there, in plain words
public record Held(String role, String scope, boolean perhaps, List<String> allows, Location at) {
  public Held {
    allows = List.copyOf(allows);
  }

  /// `Reader at docs`, in a list of roles.
  public String words() {
    return (perhaps ? "perhaps " : "") + role + " at " + scope;
  }
}
