package dev.keylint.cli;

/// How many steps may still be taken to expand deployments that fixes are tried on.
///
/// It is counted and not timed, so that two runs over the same files offer the same.
final class Trials {
  private long left;

  private Trials(long most) {
    this.left = most;
  }

  static Trials most(long steps) {
    return new Trials(steps);
  }

  static Trials unlimited() {
    return new Trials(Long.MAX_VALUE);
  }

  /// Counts so many.
  void take(long steps) {
    left -= steps;
  }

  /// Whether so many may be taken once more.
  boolean allow(long steps) {
    return left >= steps;
  }

  boolean spent() {
    return left <= 0;
  }
}
