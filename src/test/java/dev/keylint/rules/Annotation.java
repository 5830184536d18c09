package dev.keylint.rules;

/// What a case says about a line.
///
/// @param part a piece of the message; empty for any
/// @param line the line it speaks about, counted from 1
record Annotation(Kind kind, String part, int line) {

  /// What is expected there.
  enum Kind {
    /// Exactly one failure.
    RULEID("ruleid"),
    /// Nothing but a pass.
    OK("ok"),
    /// Exactly one open result.
    UNKNOWN("unknown"),
    /// A failure that is not found yet.
    TODORULEID("todoruleid"),
    /// A result that should not be there.
    TODOOK("todook"),
    /// Its fix can't be made; the part is a piece of the reason.
    NOFIX("nofix");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }
}
