package dev.keylint.cli;

/// How many deployments may still be expanded to try fixes on.
///
/// It is counted and not timed, so that two runs over the same files offer the same.
final class Trials {
  private long left;

  private Trials(long most) {
    this.left = most;
  }

  static Trials most(long deployments) {
    return new Trials(deployments);
  }

  static Trials unlimited() {
    return new Trials(Long.MAX_VALUE);
  }

  /// Counts so many.
  void take(long deployments) {
    left -= deployments;
  }

  /// Whether so many may be expanded once more.
  boolean allow(long deployments) {
    return left >= deployments;
  }

  boolean spent() {
    return left <= 0;
  }
}
