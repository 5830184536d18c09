package dev.keylint.finding;

import dev.keylint.text.Location;
import java.util.Optional;

/// Somebody's word that a finding is accepted, and where it was given.
///
/// @param reason what was said about it; empty where nothing was
/// @param until the last day on which it holds, as `2026-12-31`
public record Suppression(Origin origin, String reason, Optional<String> until, Location at) {

  /// Where it was written.
  public enum Origin {
    /// A directive or comment in the template, or its metadata.
    SOURCE,
    /// The configuration.
    CONFIGURATION,
    /// The baseline.
    BASELINE
  }
}
