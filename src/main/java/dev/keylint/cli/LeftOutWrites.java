package dev.keylint.cli;

import dev.keylint.check.Answers;
import dev.keylint.check.Engine;
import dev.keylint.finding.Finding;
import dev.keylint.plan.LeftOutCause;
import dev.keylint.resource.Resource;
import dev.keylint.rule.Severity;
import dev.keylint.text.CallPath;
import dev.keylint.value.NormalForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names, for a resource that breaks a rule, what keeps another write of it out with which it would
/// not.
record LeftOutWrites(Engine engine) {

  private record Key(String rule, String id) {
    static Key of(Finding finding) {
      return new Key(finding.ruleId(), finding.subject().id());
    }
  }

  /// The same answers, with what keeps such writes out.
  Answers named(Answers answers, List<Expanded.Trial> trials) {
    Set<Key> failing = failing(answers.judged().stream());
    Map<Key, List<Finding.Related>> named = new HashMap<>();
    for (Expanded.Trial trial : failing.isEmpty() ? List.<Expanded.Trial>of() : trials) {
      Map<String, Resource> writes = writes(trial);
      Set<Key> rewritten = new HashSet<>(failing);
      rewritten.removeIf(it -> !writes.containsKey(it.id()));
      if (!rewritten.isEmpty()) {
        rewritten.removeAll(stillFailing(trial));
        rewritten.forEach(it ->
            named
                .computeIfAbsent(it, _ -> new ArrayList<>())
                .add(related(trial.cause().apply(path(writes.get(it.id()))))));
      }
    }
    return named.isEmpty() ? answers : answers.judged(with(named, answers.judged()));
  }

  private static List<Finding> with(Map<Key, List<Finding.Related>> named, List<Finding> findings) {
    return findings.stream()
        .map(it ->
            it.active() ? it.with(named.getOrDefault(Key.of(it), List.of()), it.instances()) : it)
        .toList();
  }

  /// The resources that would be written once more, by their ids.
  private static Map<String, Resource> writes(Expanded.Trial trial) {
    return trial.estate().resources().stream()
        .filter(it -> !it.earlier().isEmpty() && trial.declarations().contains(path(it)))
        .collect(Collectors.toMap(it -> NormalForm.plain(it.id()), it -> it, (first, _) -> first));
  }

  private Set<Key> stillFailing(Expanded.Trial trial) {
    return failing(
        engine.failures(trial.estate(), trial.declarations()).values().stream()
            .flatMap(List::stream));
  }

  private static Set<Key> failing(Stream<Finding> findings) {
    return findings
        .filter(it -> it.active() && it.severity() == Severity.ERROR)
        .map(Key::of)
        .collect(Collectors.toSet());
  }

  private static Finding.Related related(LeftOutCause cause) {
    return new Finding.Related(cause.at(), "a later write is left out: " + cause.decides());
  }

  private static CallPath path(Resource resource) {
    return resource.deployment().places().into(resource.declaredAt());
  }
}
