package dev.keylint.cli;

import dev.keylint.check.Engine;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.plan.Remark;
import dev.keylint.plan.Twin;
import dev.keylint.plan.Twin.Sourced;
import dev.keylint.resource.Estate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a compiled template was made of that does not give the same any more.
///
/// @param source what its source gives
/// @param isWhole whether all of the source is known
record Compiled(Twin twin, Estate source, boolean isWhole) {
  /// What the findings of the twin say of its source, which is judged for that.
  Function<Finding, Stream<Remark>> remarks(Engine engine) {
    List<Finding> found =
        engine.judge(source).judged().stream()
            .filter(it -> !(it.outcome() instanceof Outcome.Pass))
            .toList();
    return finding -> Stream.of(twin.remark(sourced(finding, found)));
  }

  /// Names may be hashes of names that differ, so that another one may be the same resource.
  private Sourced sourced(Finding finding, List<Finding> found) {
    List<Finding> alike =
        found.stream()
            .filter(it -> it.ruleId().equals(finding.ruleId()))
            .filter(it -> it.subject().type().equalsIgnoreCase(finding.subject().type()))
            .toList();
    if (alike.stream()
        .filter(it -> it.outcome().rank() == finding.outcome().rank())
        .anyMatch(it -> it.subject().name().equalsIgnoreCase(finding.subject().name()))) {
      return Sourced.SAME;
    }
    return isWhole && alike.isEmpty() ? Sourced.OTHER : Sourced.UNKNOWN;
  }
}
