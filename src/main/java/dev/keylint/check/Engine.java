package dev.keylint.check;

import dev.keylint.finding.Finding;
import dev.keylint.graph.AccessGraph;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.rule.Match;
import dev.keylint.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// Runs rules over estates.
public final class Engine {
  /// Bounds what one expression may take; no built-in rule comes near.
  static final int MAX_STEPS = 1_000_000;

  private Engine() {}

  /// A finding for each rule and place that it has something to say about, in the order of rules
  /// and, within one, of places.
  public static List<Finding> run(List<Rule> rules, List<Estate> estates) {
    Merger merger = new Merger();
    boolean needsGraph = rules.stream().anyMatch(rule -> !(rule.match() instanceof Match.Resource));
    for (Estate estate : estates) {
      Supplier<AccessGraph> graph = new Lazy<>(() -> AccessGraph.of(estate));
      resources(rules, estate, graph, merger);
      if (needsGraph) {
        graph(rules, graph.get(), merger);
      }
    }
    List<Finding> findings = new ArrayList<>(merger.findings(rules));
    estates.forEach(estate -> findings.addAll(Gaps.findings(rules, estate)));
    return findings;
  }

  private static void resources(
      List<Rule> rules, Estate estate, Supplier<AccessGraph> graph, Merger merger) {
    Map<String, List<Rule>> byType = byType(rules);
    for (Resource resource : estate.resources()) {
      List<Rule> fitting = byType.getOrDefault(resource.type().key(), List.of());
      if (!fitting.isEmpty() && !resource.existing()) {
        Subject subject = Subject.of(resource, new Access(graph, resource));
        fitting.forEach(rule -> judge(rule, subject, estate, merger));
      }
    }
  }

  private static Map<String, List<Rule>> byType(List<Rule> rules) {
    Map<String, List<Rule>> byType = new HashMap<>();
    for (Rule rule : rules) {
      if (rule.match() instanceof Match.Resource(List<String> types)) {
        for (String type : types) {
          String key = type.toLowerCase(Locale.ROOT);
          byType.computeIfAbsent(key, _ -> new ArrayList<>()).add(rule);
        }
      }
    }
    return byType;
  }

  private static void graph(List<Rule> rules, AccessGraph graph, Merger merger) {
    List<Subject> grants =
        graph.grants().stream()
            .filter(grant -> !grant.assignment().existing())
            .map(Subject::of)
            .toList();
    List<Subject> calls = graph.calls().stream().map(Subject::of).toList();
    for (Rule rule : rules) {
      List<Subject> subjects =
          switch (rule.match()) {
            case Match.Resource _, Match.KeyFlow _ -> List.of();
            case Match.Grant _ -> grants;
            case Match.Call _ -> calls;
          };
      subjects.forEach(subject -> judge(rule, subject, graph.estate(), merger));
    }
  }

  private static void judge(Rule rule, Subject subject, Estate estate, Merger merger) {
    new Trial(rule, subject, MAX_STEPS)
        .judgements()
        .forEach(judgement -> merger.add(judgement, estate.label()));
  }
}
