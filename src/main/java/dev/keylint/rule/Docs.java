package dev.keylint.rule;

import java.util.List;
import java.util.Optional;

/// What a rule's page says beyond its metadata.
///
/// @param why what goes wrong when the rule is broken, in Markdown
/// @param see links to read on
/// @param noncompliant the first case that breaks the rule, without its annotations
/// @param compliant the first case that keeps it
public record Docs(
    String why, List<String> see, Optional<Example> noncompliant, Optional<Example> compliant) {
  public Docs {
    see = List.copyOf(see);
  }

  /// A piece of a template; `language` is what a Markdown code block calls it.
  public record Example(String language, String text) {}
}
