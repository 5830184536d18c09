package dev.keylint.cli;

import dev.keylint.check.Answers;
import dev.keylint.check.Engine;
import dev.keylint.finding.Finding;
import dev.keylint.plan.LeftOutCause;
import dev.keylint.resource.Resource;
import dev.keylint.rule.Severity;
import dev.keylint.value.NormalForm;
import java.util.ArrayList;
import java.util.HashMap;
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
      List<Resource> writes = writes(trial, failing);
      Set<Key> still = writes.isEmpty() ? Set.of() : stillFailing(trial);
      for (Resource write : writes) {
        Finding.Related related = related(trial.cause().apply(write.path()));
        failing.stream()
            .filter(it -> it.id().equals(NormalForm.plain(write.id())) && !still.contains(it))
            .forEach(it -> named.computeIfAbsent(it, _ -> new ArrayList<>()).add(related));
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

  /// The resources among them that would be written once more.
  private static List<Resource> writes(Expanded.Trial trial, Set<Key> failing) {
    Set<String> ids = failing.stream().map(Key::id).collect(Collectors.toSet());
    return trial.estate().resources().stream()
        .filter(it -> !it.earlier().isEmpty() && trial.declarations().contains(it.path()))
        .filter(it -> ids.contains(NormalForm.plain(it.id())))
        .toList();
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
    return new Finding.Related(cause.at(), "a later write is left out: " + cause.decides(), true);
  }
}
