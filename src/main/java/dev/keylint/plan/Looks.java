package dev.keylint.plan;

/// How often expressions may be looked at in one search: variables may refer to themselves, and
/// each to another twice.
///
/// Not for several threads.
final class Looks {
  private int left;

  Looks(int most) {
    this.left = most;
  }

  /// Whether there is one more.
  boolean next() {
    left = Math.max(left - 1, -1);
    return left >= 0;
  }
}
