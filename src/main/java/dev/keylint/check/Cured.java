package dev.keylint.check;

import dev.keylint.finding.Finding;
import java.util.LinkedHashSet;
import java.util.Set;

/// Failures that are none where there is more.
///
/// @param findings all of them, in the order of the failures
/// @param certain those of them that are not open there either
public record Cured(Set<Finding> findings, Set<Finding> certain) {
  static final Cured NONE = new Cured(Set.of(), Set.of());

  public Cured {
    findings = new LinkedHashSet<>(findings);
    certain = Set.copyOf(certain);
  }
}
