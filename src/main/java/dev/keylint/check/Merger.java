package dev.keylint.check;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.rule.Rule;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes one finding of all judgements about the same place: copies of a loop, and deployments.
///
/// The worst counts: a place that fails in one deployment fails.
final class Merger {
  private record Key(String rule, Location at) {}

  private record Judged(Judgement judgement, String deployment) {}

  private final Map<Key, List<Judged>> judged = new LinkedHashMap<>();

  void add(Judgement judgement, String deployment) {
    judged
        .computeIfAbsent(new Key(judgement.rule().id(), judgement.at()), _ -> new ArrayList<>())
        .add(new Judged(judgement, deployment));
  }

  /// The findings, in the order of these rules and then of places.
  List<Finding> findings(List<Rule> rules) {
    Map<String, List<Finding>> byRule =
        judged.values().stream()
            .map(Merger::finding)
            .sorted(Comparator.comparing(Finding::at, Merger::compare))
            .collect(Collectors.groupingBy(Finding::ruleId));
    return rules.stream()
        .flatMap(rule -> byRule.getOrDefault(rule.id(), List.of()).stream())
        .toList();
  }

  private static int compare(Location left, Location right) {
    return left instanceof Location.InFile(var source, var span)
            && right instanceof Location.InFile(var other, var otherSpan)
            && source.equals(other)
        ? Integer.compare(span.start(), otherSpan.start())
        : left.toString().compareTo(right.toString());
  }

  private static Finding finding(List<Judged> all) {
    int worst = all.stream().mapToInt(it -> it.judgement().rank()).min().orElseThrow();
    List<Judged> alike = all.stream().filter(it -> it.judgement().rank() == worst).toList();
    Judgement first = alike.getFirst().judgement();
    List<String> deployments = alike.stream().map(Judged::deployment).distinct().toList();
    Rule rule = first.rule();
    return new Finding(
        rule.id(),
        first.validation().severity().orElse(rule.metadata().severity()),
        outcome(alike),
        message(first),
        first.at(),
        first.related(),
        subject(first),
        deployments,
        alike.size(),
        rule.remediation(),
        Optional.empty(),
        Optional.empty());
  }

  private static Outcome outcome(List<Judged> alike) {
    Set<Outcome.Cause> causes = new LinkedHashSet<>();
    for (Judged it : alike) {
      switch (it.judgement().verdict()) {
        case Verdict.Pass _ -> {
          return new Outcome.Pass();
        }
        case Verdict.Fail _ -> {
          return new Outcome.Fail();
        }
        case Verdict.Open(List<Outcome.Cause> because) -> causes.addAll(because);
      }
    }
    return new Outcome.Open(List.copyOf(causes));
  }

  private static String message(Judgement judgement) {
    String name = name(judgement);
    return switch (judgement.verdict()) {
      case Verdict.Pass _ -> "'" + name + "' complies.";
      case Verdict.Fail(_, String message) -> message;
      case Verdict.Open(List<Outcome.Cause> because) -> {
        String causes = because.stream().map(Outcome.Cause::text).collect(Collectors.joining(", "));
        yield "Can't tell for '" + name + "': " + causes + ".";
      }
    };
  }

  private static String name(Judgement judgement) {
    return Causes.shown(judgement.subject().resource().name());
  }

  private static Finding.Subject subject(Judgement judgement) {
    var resource = judgement.subject().resource();
    return new Finding.Subject(
        resource.type().name(),
        name(judgement),
        NormalForm.plain(resource.id()),
        judgement.property());
  }
}
