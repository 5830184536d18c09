package dev.keylint.compile;

import dev.keylint.rule.Rule;
import dev.keylint.text.Diagnostic;
import java.util.List;

/// Compiled rules in the order of their ids, with what is wrong in those that are left out.
public record RuleBook(List<Rule> rules, List<Diagnostic> diagnostics) {
  public RuleBook {
    rules = List.copyOf(rules);
    diagnostics = List.copyOf(diagnostics);
  }
}
