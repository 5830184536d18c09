package dev.keylint.rule;

import dev.keylint.text.Diagnostic;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Parses and type-checks expressions; the part of reading a rule that needs a CEL compiler.
public interface CelChecker {

  /// The names that expressions of a rule about these subjects may use.
  ///
  /// @param params the names of the rule's parameters
  Names names(Match match, Collection<String> params);

  /// The names in scope; they grow with each variable.
  interface Names {
    /// The checked expression, or empty with a diagnostic at the place of each error.
    Optional<Formula> check(CelText text, Wanted wanted, List<Diagnostic> diagnostics);

    /// The same, and from now on `variables.<name>` has its type.
    Optional<Formula> declare(String name, CelText text, List<Diagnostic> diagnostics);
  }

  /// What an expression must be.
  enum Wanted {
    BOOL,
    /// Something that can be put into a sentence.
    PRINTABLE,
    /// Names, members and constant indexes only.
    PATH
  }
}
