package dev.keylint.plan;

import java.util.function.Predicate;

/// Where there is nothing to say of what is left out unless a key of some services is in it.
///
/// @param holders the types that rules look at for nothing but such keys
/// @param services the types of these services
public record LeftOutKeys(Predicate<String> holders, Predicate<String> services) {
  /// There is something to say of all types.
  public static final LeftOutKeys NONE = new LeftOutKeys(_ -> false, _ -> false);
}
