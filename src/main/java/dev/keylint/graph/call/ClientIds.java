package dev.keylint.graph.call;

import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// What the place that describes a call says about which identity signs in.
///
/// @param said what names it: a client id, or the id of an identity; an empty text when it is set
///   to nothing
/// @param others the settings beside that may hold a client id under a name of their own
/// @param unread why there may be more settings than those that were read
/// @param secret a client secret or certificate, which goes before any managed identity
public record ClientIds(
    Optional<Fact> said, List<Fact> others, Optional<Value.Unknown> unread, Optional<Fact> secret) {
  /// Nothing is said.
  public static final ClientIds NONE = of(Optional.empty());

  public ClientIds {
    others = List.copyOf(others);
  }

  /// One is named, or none, and there is no other place that could.
  public static ClientIds of(Optional<Fact> said) {
    return new ClientIds(said, List.of(), Optional.empty(), Optional.empty());
  }
}
