package dev.keylint.cases;

import dev.keylint.text.Keyword;

/// What a case says about a line.
///
/// @param part a piece of the message; empty for any
/// @param line the line it speaks about
public record Annotation(Kind kind, String part, Line line) {

  /// What is expected there.
  public enum Kind implements Keyword {
    /// Exactly one failure.
    RULEID,
    /// Nothing but a pass.
    OK,
    /// Exactly one open result.
    UNKNOWN,
    /// A failure that is not found yet.
    TODORULEID,
    /// A result that should not be there.
    TODOOK,
    /// Its fix can't be made; the part is a piece of the reason.
    NOFIX;
  }
}
