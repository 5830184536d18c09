package dev.keylint.value;

/// True, false, or not known: Kleene's three values.
public enum Truth {
  TRUE,
  FALSE,
  UNKNOWN;

  /// The truth of something known.
  public static Truth of(boolean known) {
    return known ? TRUE : FALSE;
  }

  /// True if both are, false if one is.
  public Truth and(Truth other) {
    if (this == FALSE || other == FALSE) {
      return FALSE;
    }
    return this == TRUE && other == TRUE ? TRUE : UNKNOWN;
  }

  /// True if one is, false if both are.
  public Truth or(Truth other) {
    return not().and(other.not()).not();
  }

  /// The opposite; unknown stays unknown.
  public Truth not() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
