package dev.keylint.check;

import dev.keylint.value.ListedKeys;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
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

  /// How many choices within choices are looked into.
  private static final int DEEPEST = 8;

  private Nullness() {}

  static boolean mayBeNull(Result.Unknown unknown) {
    return unknown.value().map(it -> mayBeNull(it.term(), 0) && !isKey(it)).orElse(true);
  }

  /// A member of what Azure lists of a resource: there is a key, though it is not known.
  static boolean isKey(Value value) {
    return value instanceof Value.Unknown(Term.Access _, Reason.KeyOf _, _)
        && new ListedKeys().any(value);
  }

  /// A parameter without a value is none: one that may be null is null when nobody gives it. A
  /// choice is null where one of its branches is.
  private static boolean mayBeNull(Term term, int depth) {
    return switch (term) {
      case Term.Call(String function, List<Value> arguments)
          when function.equalsIgnoreCase("if") && arguments.size() == 3 ->
          mayBeNull(arguments.get(1), depth) || mayBeNull(arguments.get(2), depth);
      case Term.Call(String function, List<Value> arguments)
          when function.equalsIgnoreCase("coalesce") && !arguments.isEmpty() ->
          mayBeNull(arguments.getLast(), depth);
      case Term.Call(String function, _) -> HAND_ON.contains(function.toLowerCase(Locale.ROOT));
      case Term.Access _ -> true;
      case Term.Concat _, Term.Lambda _ -> false;
    };
  }

  private static boolean mayBeNull(Value value, int depth) {
    return switch (value) {
      case Value.Null _ -> true;
      case Value.Unknown unknown -> depth >= DEEPEST || mayBeNull(unknown.term(), depth + 1);
      case Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _, Value.Arr _, Value.Obj _ ->
          false;
    };
  }
}
