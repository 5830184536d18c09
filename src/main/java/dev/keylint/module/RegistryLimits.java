package dev.keylint.module;

import java.time.Duration;

/// How much a registry may ask of us.
///
/// @param bytes size of a module
/// @param timeout for one answer with its body
/// @param attempts how often a busy registry is asked
/// @param pause the longest wait between two attempts
/// @param parallel modules that are fetched at a time
record RegistryLimits(long bytes, Duration timeout, int attempts, Duration pause, int parallel) {
  /// A larger module would not be read by a scan either.
  static final RegistryLimits DEFAULT =
      new RegistryLimits(Workspace.MAX_BYTES, Duration.ofSeconds(90), 4, Duration.ofSeconds(20), 4);
}
