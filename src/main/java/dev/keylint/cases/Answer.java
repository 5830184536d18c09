package dev.keylint.cases;

/// A result that is no pass, and the line it stands at.
record Answer(Kind kind, Line line, String message) {

  /// What the result says.
  enum Kind {
    FAIL("a failure"),
    OPEN("an open result");

    private final String says;

    Kind(String says) {
      this.says = says;
    }

    /// What people call it.
    String says() {
      return says;
    }
  }
}
