package dev.keylint.access;

/// Whether something holds.
public enum Standing {
  /// It does, as far as the estate shows.
  HOLDS("✓", "yes"),
  /// It does not.
  FAILS("✗", "no"),
  /// That can't be told.
  OPEN("?", "open");

  private final String sign;
  private final String word;

  Standing(String sign, String word) {
    this.sign = sign;
    this.word = word;
  }

  /// One character for a table.
  public String sign() {
    return sign;
  }

  /// A word for programs.
  public String word() {
    return word;
  }

  /// What both come to: a failure counts most.
  Standing and(Standing other) {
    if (this == FAILS || other == FAILS) {
      return FAILS;
    }
    return this == OPEN || other == OPEN ? OPEN : HOLDS;
  }
}
