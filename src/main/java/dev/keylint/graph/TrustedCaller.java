package dev.keylint.graph;

import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Value;

/// A service of Azure that calls another one with its managed identity, and that the other's
/// firewall may let in as a trusted one.
///
/// @param key the key of the workload that calls
/// @param asItself whether it signs in with its managed identity: firewalls let no others in
/// @param privately whether it calls by a private way of its own
/// @param at what says that it calls
public record TrustedCaller(
    String key, Value name, Answer asItself, Answer privately, Location at) {

  /// Whether it needs to be let in: it calls as itself, and not by a private way.
  public Answer overPublicAddress() {
    return asItself.and(privately.not());
  }
}
