package dev.keylint.graph.role;

import dev.keylint.text.Keyword;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;

/// What kind of role an id stands for.
public enum RoleKind implements Keyword {
  /// Azure brings it along.
  BUILT_IN,
  /// Defined in the estate.
  CUSTOM,
  /// Azure had it once.
  RETIRED,
  /// No role, but nearly the id of one.
  MISTYPED,
  /// No GUID at all.
  MALFORMED,
  /// No role of the tenant, whose definitions were read.
  MISSING;

  Value value(Origin origin) {
    return new Value.Str(word(), origin);
  }
}
