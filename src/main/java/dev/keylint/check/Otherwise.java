package dev.keylint.check;

import dev.keylint.finding.Finding;
import dev.keylint.resource.Estate;
import dev.keylint.value.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// An estate as it would be if an environment variable had another value.
///
/// @param variable its name
/// @param steps the parts that it takes now in parameters
/// @param open whether it is any that nobody knows
/// @param estate made when it is asked for; none where it can't be told
public record Otherwise(
    String variable, List<Origin.Step> steps, boolean open, Supplier<Optional<Estate>> estate) {
  public Otherwise {
    steps = List.copyOf(steps);
  }

  /// Whether the variable is among what is said of a finding already.
  boolean isNamedIn(List<Finding.Related> said) {
    return said.stream()
        .anyMatch(it -> it.decides() && it.message().contains("`--env " + variable + "=…`"));
  }

  /// Whether what is found there shows that a failure does not hang on the variable: what is
  /// undecided for no value of its own does hang on it.
  boolean counts(Finding found) {
    return !open || found.active();
  }
}
