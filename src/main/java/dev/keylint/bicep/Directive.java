package dev.keylint.bicep;

import dev.keylint.text.Span;
import java.util.List;

/// A `#` line that silences rules of the compiler or of keylint.
///
/// The line is counted from 1; the codes stand as written.
public record Directive(Kind kind, List<String> codes, int line, Span span) {
  public Directive {
    codes = List.copyOf(codes);
  }

  /// What the codes are silenced for.
  public enum Kind {
    /// `#disable-next-line`: the line after the directive's own.
    DISABLE_NEXT_LINE("disable-next-line"),
    /// `#disable-diagnostics`: from here on, to the end or to where they are restored.
    DISABLE_DIAGNOSTICS("disable-diagnostics"),
    /// `#restore-diagnostics`: no longer from here on.
    RESTORE_DIAGNOSTICS("restore-diagnostics");

    private final String keyword;

    Kind(String keyword) {
      this.keyword = keyword;
    }

    String keyword() {
      return keyword;
    }
  }
}
