package dev.keylint.cases;

/// What a case says about a line.
///
/// @param part a piece of the message; empty for any
/// @param line the line it speaks about
public record Annotation(Kind kind, String part, Line line) {

  /// What is expected there.
  public enum Kind {
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

    /// As comments write it.
    public String word() {
      return word;
    }
  }
}
