package dev.keylint.graph.role;

import dev.keylint.value.Origin;
import dev.keylint.value.Value;

/// What kind of role an id stands for.
public enum RoleKind {
  /// Azure brings it along.
  BUILT_IN("builtIn"),
  /// Defined in the estate.
  CUSTOM("custom"),
  /// Azure had it once.
  RETIRED("retired"),
  /// No role, but nearly the id of one.
  MISTYPED("mistyped"),
  /// No GUID at all.
  MALFORMED("malformed"),
  /// No role of the tenant, whose definitions were read.
  MISSING("missing");

  private final String word;

  RoleKind(String word) {
    this.word = word;
  }

  /// How the rule language writes it.
  public String word() {
    return word;
  }

  Value value(Origin origin) {
    return new Value.Str(word, origin);
  }
}
