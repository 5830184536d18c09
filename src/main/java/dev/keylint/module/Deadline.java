package dev.keylint.module;

import java.time.Duration;

/// The moment at which a whole run gives up, however many registries are still to be asked.
record Deadline(Duration whole, long end) {

  /// A deadline that much from now.
  static Deadline in(Duration whole) {
    return new Deadline(whole, System.nanoTime() + whole.toNanos());
  }

  /// What is left, never negative.
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /// Why something was not done in time.
  RestoreFailed passed() {
    return new RestoreFailed(
        "the " + whole.toSeconds() + " s for the whole run are over", "give more with `--timeout`");
  }
}
