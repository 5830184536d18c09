package dev.keylint.check;

import dev.keylint.value.ListedKeys;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Tells whether an unknown value may turn out null.
final class Nullness {
  /// Functions that hand on a value, which may be null; all others make one.
  private static final Set<String> HAND_ON =
      Set.of(
          "if",
          "coalesce",
          "first",
          "last",
          "json",
          "min",
          "max",
          "reduce",
          "tryget",
          "tryindexfromend",
          "indexfromend",
          "variables");

  private Nullness() {}

  static boolean mayBeNull(Result.Unknown unknown) {
    Optional<Value.Unknown> value = unknown.value();
    return value.isEmpty()
        || (mayBeNull(value.orElseThrow().term()) && !isKey(value.orElseThrow()));
  }

  /// A member of what Azure lists of a resource: there is a key, though it is not known.
  static boolean isKey(Value value) {
    return value instanceof Value.Unknown(Term.Access _, Reason.KeyOf _, _)
        && new ListedKeys().any(value);
  }

  /// A parameter without a value is none: one that may be null is null when nobody gives it.
  private static boolean mayBeNull(Term term) {
    return switch (term) {
      case Term.Call(String function, _) -> HAND_ON.contains(function.toLowerCase(Locale.ROOT));
      case Term.Access _ -> true;
      case Term.Concat _, Term.Lambda _ -> false;
    };
  }
}
