package dev.keylint.check;

import dev.keylint.finding.Finding;
import dev.keylint.resource.Estate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names environment variables by which rules fail where the way of no value leads to them, as they
/// leave out the key of a call or a later write. That is found by trying.
///
/// @param engine the one that judged
public record TriedVariables(Engine engine) {
  /// The same answers, with these.
  ///
  /// @param leftOut the types of what the deployment leaves out: it may be another write
  public Answers named(Answers answers, List<Otherwise> others, Set<String> leftOut) {
    List<Finding> failures =
        answers.judged().stream()
            .filter(it -> it.active() && mayHangOnOthers(it, leftOut))
            .toList();
    Map<Finding, List<Finding.Related>> named = new LinkedHashMap<>();
    for (Otherwise other : others) {
      List<Finding> unnamed =
          failures.stream()
              .filter(it -> mayTell(other, it) && !other.isNamedIn(it.related()))
              .filter(it -> !other.isNamedIn(named.getOrDefault(it, List.of())))
              .toList();
      Optional<Estate> estate = unnamed.isEmpty() ? Optional.empty() : other.estate().get();
      if (estate.isPresent()) {
        cured(unnamed, answers, other, estate.orElseThrow())
            .forEach(it -> named.computeIfAbsent(it, _ -> new ArrayList<>()).addAll(said(other)));
      }
    }
    return answers.judged(
        answers.judged().stream()
            .map(it -> it.with(named.getOrDefault(it, List.of()), it.instances()))
            .toList());
  }

  /// Of others the way of a value tells all.
  private boolean mayHangOnOthers(Finding finding, Set<String> leftOut) {
    return leftOut.contains(finding.subject().type()) || engine.isAboutCallers(finding);
  }

  private boolean mayTell(Otherwise other, Finding finding) {
    return !other.open() || engine.isAboutUses(finding);
  }

  private static List<Finding.Related> said(Otherwise other) {
    return other.steps().stream().flatMap(it -> Trail.variable(it).stream()).toList();
  }

  /// Those of which another estate has none alike. What there is in it counts for nothing else.
  private List<Finding> cured(
      List<Finding> failures, Answers answers, Otherwise other, Estate estate) {
    Set<String> ids = failures.stream().map(Finding::ruleId).collect(Collectors.toSet());
    Stream<Finding> judged = engine.apart(ids).judge(estate).judged().stream();
    List<Finding> there = judged.filter(other::counts).toList();
    return failures.stream().filter(OtherFindings.of(answers.judged(), there)::lack).toList();
  }
}
