package dev.keylint.rule;

import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A checked rule: what it looks at, what must hold there, and what to say when it does not.
///
/// @param when which subjects it is about; when that can't be told it never fails
/// @param params the numbers and lists in it that a user may override
/// @param remediation one or two sentences about the cure
public record Rule(
    Metadata metadata,
    Match match,
    Optional<Formula> when,
    Value.Obj params,
    List<Variable> variables,
    List<Validation> validations,
    String remediation,
    Optional<Fix> fix,
    Docs docs) {
  public Rule {
    variables = List.copyOf(variables);
    validations = List.copyOf(validations);
  }

  public String id() {
    return metadata.id();
  }

  /// The rules that say less of what this one or one of its validations fails for.
  public List<String> replaces() {
    return Stream.concat(
            metadata.replaces().stream(),
            validations.stream().flatMap(it -> it.replaces().stream()))
        .distinct()
        .toList();
  }

  /// The same rule with other parameters.
  public Rule withParams(Value.Obj overridden) {
    return new Rule(
        metadata, match, when, overridden, variables, validations, remediation, fix, docs);
  }
}
