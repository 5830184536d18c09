package dev.keylint.check;

import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/// Of which parameters without a value unknown values are made; each is looked into once.
///
/// Not safe for several threads.
final class Mentions {
  private final IdentityHashMap<Value.Unknown, Set<String>> known = new IdentityHashMap<>();

  /// Whether one of these parameters takes part.
  boolean any(Value.Unknown unknown, Set<String> parameters) {
    Set<String> mentioned = known.computeIfAbsent(unknown, Mentions::of);
    return parameters.stream().anyMatch(mentioned::contains);
  }

  private static Set<String> of(Value.Unknown unknown) {
    Set<String> names = new HashSet<>();
    for (Value.Unknown parameter : RootCause.parameters(unknown)) {
      if (parameter.reason() instanceof Reason.MissingParameter(String name, _, _)) {
        names.add(name);
      }
    }
    return Set.copyOf(names);
  }
}
