package dev.keylint.rule;

import dev.keylint.text.Diagnostic;
import java.util.List;
import java.util.Optional;

/// What was read from one rule's folder: the rule, unless something in it is wrong.
public record RuleFile(Optional<Rule> rule, List<Diagnostic> diagnostics) {
  public RuleFile {
    diagnostics = List.copyOf(diagnostics);
  }
}
