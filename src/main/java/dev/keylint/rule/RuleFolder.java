package dev.keylint.rule;

import dev.keylint.text.Source;
import java.util.Optional;

/// The files of one rule; the folder's name is the rule's id.
///
/// @param module a template that the Bicep cases may call
/// @param snapshot what there is in Azure beside the templates with cases
public record RuleFolder(
    String name,
    Source rule,
    Optional<Source> bicepCases,
    Optional<Source> module,
    Optional<Source> armCases,
    Optional<Source> liveCases,
    Optional<Source> snapshot) {

  /// A rule without cases.
  public static RuleFolder of(String name, Source rule) {
    return new RuleFolder(
        name,
        rule,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
