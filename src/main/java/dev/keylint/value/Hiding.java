package dev.keylint.value;

/// Whether a value is printed, in the order in which what is made of two is hidden.
public enum Hiding {
  /// It is.
  NONE,
  /// It is not, as the user gave it for this run alone. The same text in a file is no secret for
  /// that: there everybody can read it.
  GIVEN,
  /// It is not, nor is its text anywhere else: a secure parameter or a key took part.
  SECRET;

  /// That of what is made of both.
  public Hiding and(Hiding other) {
    return compareTo(other) < 0 ? other : this;
  }
}
