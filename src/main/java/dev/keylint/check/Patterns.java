package dev.keylint.check;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The regular expressions that rules match with, each compiled once: a rule asks with the same one
/// for every resource. Safe for several threads.
final class Patterns {
  /// Patterns may also be made of what templates say, so not all that come are kept.
  private static final int MOST = 1000;

  private final Map<String, Optional<LinearPattern>> compiled = new ConcurrentHashMap<>();

  /// The pattern, or empty when it is not understood or too large.
  Optional<LinearPattern> of(String pattern) {
    Optional<LinearPattern> known = compiled.get(pattern);
    if (known != null) {
      return known;
    }
    return compiled.size() < MOST
        ? compiled.computeIfAbsent(pattern, LinearPattern::compile)
        : LinearPattern.compile(pattern);
  }
}
