package dev.keylint.eval.function;

/// Bounds on what a function reads and makes, so that a template can't exhaust us.
final class Limits {
  /// Characters of a text.
  static final int TEXT = 1 << 20;

  /// Items of `range`; Azure's own bound.
  static final int RANGE = 10_000;

  /// Items of an array and members of an object.
  static final int MEMBERS = 100_000;

  /// Parts of a value, counted as often as they occur in it.
  static final int PARTS = 100_000;

  /// Arrays and objects inside each other.
  static final int NESTING = 500;

  private static final long COMPARED = 1L << 25;

  private Limits() {}

  /// Whether looking for one text everywhere in another may take seconds.
  static boolean laborious(String text, String wanted) {
    return (long) text.length() * wanted.length() > COMPARED;
  }
}
