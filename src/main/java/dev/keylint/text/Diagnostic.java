package dev.keylint.text;

import java.util.Optional;

/// What we could not read or understand; never an exception, never a finding.
///
/// The message starts in lower case, has no full stop and puts the user's own words in backticks;
/// the help says what to do.
public record Diagnostic(Kind kind, String message, Optional<String> help, Location location) {

  /// What went wrong, for counting; `incomplete` says that something of the estate stays unseen
  /// because of it.
  public enum Kind {
    /// The file breaks the grammar of its language.
    SYNTAX(true),
    /// Names or values do not fit: an unknown symbol, a wrong argument, a cycle.
    SEMANTIC(true),
    /// The file could not be read at all.
    UNREADABLE(true),
    /// A referenced module is not here.
    MISSING_MODULE(true),
    /// A file that a function loads, or a project deploys, is not here.
    MISSING_FILE(true),
    /// A construct that keylint does not know yet.
    UNSUPPORTED(true),
    /// A bound on size, depth, count or time was reached.
    LIMIT(true),
    /// A path leaves the scan root.
    OUTSIDE_ROOT(true),
    /// A scope of Azure that could not be read.
    COVERAGE(true),
    /// A configuration or a rule that is wrong; the process ends with exit code 2.
    CONFIGURATION(true),
    /// What is deployed or run stands in no file that is here, so nothing of it is checked; nothing
    /// that was read is lost.
    UNCHECKED(false),
    /// Worth knowing, nothing is lost.
    NOTE(false);

    private final boolean incomplete;

    Kind(boolean incomplete) {
      this.incomplete = incomplete;
    }

    public boolean incomplete() {
      return incomplete;
    }
  }

  /// A diagnostic without advice.
  public static Diagnostic of(Kind kind, String message, Location location) {
    return new Diagnostic(kind, message, Optional.empty(), location);
  }

  /// The same with advice.
  public Diagnostic help(String text) {
    return new Diagnostic(kind, message, Optional.of(text), location);
  }

  @Override
  public String toString() {
    return location + ": " + message + help.map(text -> " (help: " + text + ")").orElse("");
  }
}
