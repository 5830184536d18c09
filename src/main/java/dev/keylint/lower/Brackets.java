package dev.keylint.lower;

/// The brackets by which ARM tells an expression from a text.
public final class Brackets {
  private Brackets() {}

  /// Whether a string is written as an expression, `[…]`, or as an escaped one, `[[…]`.
  public static boolean isBracketed(String value) {
    return value.length() >= 2 && value.startsWith("[") && value.endsWith("]");
  }
}
