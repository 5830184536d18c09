package dev.keylint.check;

import dev.keylint.finding.Finding;
import dev.keylint.resource.Estate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Tries which environment variables decide that rules fail: some do where the way of no value
/// leads to them, as they leave out the key of a call or a later write, and some do not although it
/// does.
///
/// @param engine the one that judged
public record TriedVariables(Engine engine) {
  /// More variables are not tried, nor one with more values.
  private static final int MOST = 16;

  /// What became of the failures with the other values of one variable.
  ///
  /// @param cured those of which there are none with one of these values, not even perhaps
  /// @param kept those that there are with all of them
  private record Tried(
      String variable, Set<Finding> cured, Set<Finding> kept, List<Finding.Related> said) {
    boolean isNamed(Finding.Related it) {
      return it.decides() && it.message().contains("`--env " + variable + "=…`");
    }
  }

  /// The same answers, with the variables that decide and without those that do not.
  public Answers named(Answers answers, List<Otherwise> others) {
    Set<Finding> failures =
        answers.judged().stream().filter(Finding::active).collect(Collectors.toSet());
    if (failures.isEmpty() || others.isEmpty()) {
      return answers;
    }
    Map<String, List<Otherwise>> byVariable = new LinkedHashMap<>();
    others.forEach(it -> byVariable.computeIfAbsent(it.variable(), _ -> new ArrayList<>()).add(it));
    List<Tried> tried =
        byVariable.values().stream()
            .limit(MOST)
            .filter(it -> it.size() < MOST)
            .map(it -> tried(it, answers, failures))
            .toList();
    return answers.judged(
        answers.judged().stream()
            .map(it -> failures.contains(it) ? it.relating(related(it, tried)) : it)
            .toList());
  }

  private Tried tried(List<Otherwise> values, Answers answers, Set<Finding> failures) {
    Otherwise first = values.getFirst();
    Set<String> rules = failures.stream().map(Finding::ruleId).collect(Collectors.toSet());
    Set<Finding> cured = new HashSet<>();
    Set<Finding> kept = new HashSet<>(failures);
    for (Otherwise value : values) {
      Optional<Estate> estate = value.estate().get();
      if (estate.isEmpty()) {
        kept.clear();
      } else {
        OtherFindings found =
            OtherFindings.of(answers.judged(), engine.judge(estate.orElseThrow(), rules));
        failures.stream().filter(found::lack).forEach(cured::add);
        kept.removeIf(it -> !found.keep(it));
      }
    }
    return new Tried(
        first.variable(),
        cured,
        kept,
        first.steps().stream().flatMap(it -> Trail.tried(it).stream()).toList());
  }

  private static List<Finding.Related> related(Finding failure, List<Tried> all) {
    List<Finding.Related> related = new ArrayList<>(failure.related());
    List<Tried> deciding = all.stream().filter(it -> it.cured().contains(failure)).toList();
    for (Tried each : all) {
      // Of several that are named, none of which decides alone, two may do so together.
      boolean alone =
          !deciding.isEmpty()
              || related.stream().filter(Finding.Related::decides).allMatch(each::isNamed);
      if (alone && each.kept().contains(failure)) {
        related.removeIf(each::isNamed);
      }
    }
    deciding.stream()
        .filter(it -> related.stream().noneMatch(it::isNamed))
        .forEach(it -> related.addAll(it.said()));
    return related;
  }
}
