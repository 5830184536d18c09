package dev.keylint.graph.call;

import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Value;

/// What a call signs in with, as far as the place that describes the call says it.
public sealed interface Credential {
  /// It is said: `managed-identity` or `key`, or a value that is not known.
  record Said(Fact fact) implements Credential {}

  /// Nothing is said, so the caller signs in as itself; `evidence` is what to point at if its body
  /// has no `identity`.
  record Own(Property evidence) implements Credential {}

  /// A managed identity is named.
  static Credential managedIdentity(Property evidence) {
    return said("managed-identity", evidence);
  }

  /// A token of something else than a managed identity.
  static Credential otherToken(Property evidence) {
    return said("identity", evidence);
  }

  /// A key is sent.
  static Credential key(Property evidence) {
    return said("key", evidence);
  }

  /// It can't be told.
  static Credential unknown(Value.Unknown why, Property evidence) {
    return new Said(new Fact(why, evidence));
  }

  private static Credential said(String credential, Property evidence) {
    return new Said(new Fact(new Value.Str(credential, Origin.at(evidence.at())), evidence));
  }
}
