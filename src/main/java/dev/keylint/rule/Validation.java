package dev.keylint.rule;

import java.util.List;
import java.util.Optional;

/// What must hold.
///
/// Of several validations that point at the same place the first that fails is reported, so they go
/// from the worst to the mildest.
///
/// @param expression true when the subject complies
/// @param at the property that a finding points at; when it is not there, the subject's declaration
/// @param severity how bad it is, where that is not the rule's own
/// @param securitySeverity its number, where that is not the rule's own
/// @param fix the edit, where it is not the rule's own
/// @param replaces rules that say nothing of a subject that fails this, even where they replace its
///   rule themselves
public record Validation(
    Formula expression,
    Optional<Formula> at,
    Message message,
    List<Related> related,
    Optional<Severity> severity,
    Optional<Double> securitySeverity,
    Optional<Fix> fix,
    List<String> replaces) {
  public Validation {
    replaces = List.copyOf(replaces);
    related = List.copyOf(related);
  }

  /// Another place to look at, and what is there.
  public record Related(Formula at, Message message) {}
}
