package dev.keylint.cli;

import dev.keylint.check.Engine;
import dev.keylint.finding.Finding;
import dev.keylint.plan.Remark;
import dev.keylint.plan.Twin;
import dev.keylint.plan.Twin.Sourced;
import dev.keylint.resource.Estate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a compiled template was made of that does not give the same any more.
///
/// @param source what its source gives
/// @param isWhole whether all of the source is known
record Compiled(Twin twin, Estate source, boolean isWhole) {
  /// What the findings of the twin say of its source, which is judged for that.
  Function<Finding, Stream<Remark>> remarks(Engine engine) {
    Set<Said> said = new HashSet<>();
    engine.judge(source).judged().forEach(it -> said.add(Said.of(it)));
    return finding -> Stream.of(twin.remark(sourced(said.contains(Said.of(finding)))));
  }

  private Sourced sourced(boolean isSame) {
    if (isSame) {
      return Sourced.SAME;
    }
    return isWhole ? Sourced.OTHER : Sourced.UNKNOWN;
  }

  /// What was said of what, wherever it is written.
  private record Said(String rule, int rank, String type, String name) {
    static Said of(Finding it) {
      return new Said(
          it.ruleId(),
          it.outcome().rank(),
          it.subject().type().toLowerCase(Locale.ROOT),
          it.subject().name().toLowerCase(Locale.ROOT));
    }
  }
}
