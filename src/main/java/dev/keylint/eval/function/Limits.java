package dev.keylint.eval.function;

/// Bounds on what a function may make, so that a template can't exhaust us.
final class Limits {
  /// Characters of a text.
  static final int TEXT = 1 << 20;

  /// Items of `range`; Azure's own bound.
  static final int RANGE = 10_000;

  private Limits() {}
}
