package dev.keylint.rule;

import dev.keylint.text.Source;
import java.util.Optional;

/// The files of one rule; the folder's name is the rule's id.
public record RuleFolder(
    String name,
    Source rule,
    Optional<Source> bicepCases,
    Optional<Source> armCases,
    Optional<Source> liveCases) {}
