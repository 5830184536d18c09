package dev.keylint.graph;

import dev.keylint.value.Value;

/// The identity that a call signs in as.
public sealed interface EffectiveIdentity {
  /// This one.
  record Known(Identity identity) implements EffectiveIdentity {}

  /// None: a key is sent, or Azure gives no token because the caller has no identity, has not the
  /// one that is asked for, or asks for none of those attached to it.
  record None() implements EffectiveIdentity {}

  /// It can't be told.
  record Open(Value.Unknown because) implements EffectiveIdentity {}
}
