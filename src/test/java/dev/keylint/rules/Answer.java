package dev.keylint.rules;

/// A result that is no pass, and the line it stands at.
record Answer(Kind kind, int line, String message) {

  /// What the result says.
  enum Kind {
    FAIL,
    OPEN
  }
}
