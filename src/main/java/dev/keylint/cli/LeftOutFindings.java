package dev.keylint.cli;

import dev.keylint.check.Engine;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Findings;
import dev.keylint.plan.LeftOut;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What would fail if the deployments of a run made the resources that none of them makes.
final class LeftOutFindings {
  private final Set<Location> made = new HashSet<>();
  private final Map<Location, Supposed> supposed = new LinkedHashMap<>();

  /// What would fail of one declaration.
  private record Supposed(LeftOut.Cause cause, List<Finding> failures) {}

  /// What one deployment makes and leaves out.
  ///
  /// @param made the places of the declarations of which it makes resources
  /// @param failures by the place of the declaration that it leaves out; an empty list where
  ///   nothing would fail for certain
  record Part(
      Set<Location> made,
      Map<Location, LeftOut.Cause> causes,
      Map<Location, List<Finding>> failures) {

    static Part of(Estate estate, Optional<Expanded.Supposed> supposed, Engine engine) {
      Set<Location> made = new HashSet<>();
      for (Resource resource : estate.resources()) {
        if (engine.looksAt(resource.type().name())) {
          made.add(resource.declaredAt());
          made.addAll(resource.earlier());
        }
      }
      return new Part(
          made,
          supposed.map(Expanded.Supposed::causes).orElse(Map.of()),
          supposed.map(it -> engine.failures(it.estate(), it.causes().keySet())).orElse(Map.of()));
    }
  }

  void add(Part part) {
    made.addAll(part.made());
    part.causes()
        .forEach((at, cause) ->
            supposed.merge(
                at,
                new Supposed(cause, part.failures().getOrDefault(at, List.of())),
                (known, next) -> known.failures().isEmpty() ? next : known));
  }

  /// How many declarations no deployment makes.
  int declarations() {
    return (int) supposed.keySet().stream().filter(at -> !made.contains(at)).count();
  }

  private record Group(String rule, LeftOut.Cause cause) {}

  /// One finding for each rule and cause; further declarations that the same cause keeps out are
  /// related places.
  List<Finding> findings() {
    Map<Group, List<Finding>> groups = new LinkedHashMap<>();
    Set<Location> seen = new HashSet<>();
    supposed.forEach((at, it) -> {
      if (!made.contains(at)) {
        for (Finding failure : it.failures()) {
          groups
              .computeIfAbsent(new Group(failure.ruleId(), it.cause()), _ -> new ArrayList<>())
              .add(failure);
        }
      }
    });
    List<Finding> findings = new ArrayList<>();
    groups.forEach((group, failures) -> {
      failures.sort(Findings.byPlace());
      List<Finding> each = failures.stream().filter(it -> seen.add(it.at())).toList();
      seen.clear();
      Finding.Related decides = new Finding.Related(group.cause().at(), group.cause().decides());
      findings.add(
          each.getFirst()
              .whenDeployed(group.cause().unless(), decides)
              .with(
                  each.stream()
                      .skip(1)
                      .map(
                          it -> new Finding.Related(it.at(), "the same for " + it.subject().name()))
                      .toList()));
    });
    findings.sort(Findings.byPlace());
    return findings;
  }
}
