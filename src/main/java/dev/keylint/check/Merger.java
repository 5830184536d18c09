package dev.keylint.check;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Findings;
import dev.keylint.finding.Fix;
import dev.keylint.finding.Outcome;
import dev.keylint.rule.Formula;
import dev.keylint.rule.Rule;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Makes one finding of all answers about the same place: copies of a loop, and deployments.
///
/// The worst counts: a place that fails in one deployment fails.
public final class Merger {
  /// So many environment variables are named at one place.
  private static final int MOST_DECIDING = 16;

  private record Key(String rule, Location at) {}

  private final List<Rule> rules;
  private final Map<Key, Merged> merged = new LinkedHashMap<>();
  private final Unproven unproven = new Unproven();
  private final List<Finding> gaps = new ArrayList<>();
  private final Set<String> exceeding = new HashSet<>();
  private final Set<Diagnostic> misfits = new LinkedHashSet<>();

  /// @param rules those that were asked
  public Merger(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /// Adds what was said about the next estate.
  public void add(Answers answers) {
    for (Finding finding : answers.judged()) {
      Key key = new Key(finding.ruleId(), finding.at());
      Merged known = merged.get(key);
      if (known == null || finding.outcome().rank() < known.first.outcome().rank()) {
        merged.put(key, new Merged(finding));
      } else if (finding.outcome().rank() == known.first.outcome().rank()) {
        known.add(finding);
        known.worse(finding);
      }
    }
    unproven.add(answers.unproven());
    gaps.addAll(answers.gaps());
    exceeding.addAll(answers.exceeding());
    misfits.addAll(answers.misfits());
  }

  /// The findings, in the order of the rules and then of places, and what stays open for gaps.
  public List<Finding> findings() {
    Map<String, List<Finding>> byRule =
        merged.values().stream()
            .map(Merged::finding)
            .sorted(Findings.byPlace())
            .collect(Collectors.groupingBy(Finding::ruleId));
    List<Finding> findings = new ArrayList<>();
    rules.forEach(rule -> findings.addAll(byRule.getOrDefault(rule.id(), List.of())));
    findings.addAll(unproven.findings());
    findings.addAll(gaps);
    return findings;
  }

  /// What there is to say of the estates and the rules: values of a wrong kind, and an error for
  /// each rule that took more than it may.
  public List<Diagnostic> diagnostics() {
    List<Diagnostic> all = new ArrayList<>(misfits);
    all.addAll(errors());
    return all;
  }

  List<Diagnostic> errors() {
    return rules.stream()
        .filter(rule -> exceeding.contains(rule.id()))
        .map(rule -> {
          Formula first = rule.validations().getFirst().expression();
          return Diagnostic.of(
                  Diagnostic.Kind.CONFIGURATION,
                  "the rule `" + rule.id() + "` takes more than it may for one resource",
                  new Location.WholeFile(first.file()))
              .help(
                  "it may take 1,000,000 steps and make 10,000,000 characters and items: its"
                      + " variables, lists or patterns grow too large");
        })
        .toList();
  }

  /// Answers of the same kind about one place; the first one's words count.
  private static final class Merged {
    private Finding first;
    private final List<String> deployments;
    private final Set<Outcome.Cause> causes = new LinkedHashSet<>();

    /// What is said at the level of the first, its own words before the others.
    private final Set<String> messages = new LinkedHashSet<>();

    /// By what each of them was decided.
    private final Set<Finding.Related> deciding = new LinkedHashSet<>();

    private Optional<Fix> fix;
    private int instances = 1;

    Merged(Finding first) {
      this.first = first;
      this.deployments = new ArrayList<>(first.deployments());
      this.fix = first.fix();
      says(first);
      causes(first);
    }

    void add(Finding next) {
      instances++;
      // Estates come one after the other, so the last label is the only one it can repeat.
      if (!deployments.getLast().equals(next.deployments().getLast())) {
        deployments.addAll(next.deployments());
      }
      causes(next);
      fix = first.fixed(fix).sharing(next.fix()).fix();
    }

    /// One of a worse level speaks for all.
    void worse(Finding next) {
      if (next.severity().compareTo(first.severity()) < 0) {
        first = next;
        messages.clear();
        deciding.clear();
      }
      if (next.severity() == first.severity()) {
        says(next);
      }
    }

    private void says(Finding finding) {
      messages.add(finding.message());
      finding.related().stream()
          .filter(it -> it.decides() && deciding.size() < MOST_DECIDING)
          .forEach(deciding::add);
    }

    private void causes(Finding finding) {
      if (finding.outcome() instanceof Outcome.Open(List<Outcome.Cause> because)) {
        causes.addAll(because);
      }
    }

    private List<Finding.Related> related() {
      Set<Finding.Related> related = new LinkedHashSet<>(first.related());
      related.addAll(deciding);
      Others.named(messages)
          .ifPresent(others -> related.add(new Finding.Related(first.at(), others)));
      return List.copyOf(related);
    }

    Finding finding() {
      return new Finding(
          first.ruleId(),
          first.severity(),
          causes.isEmpty() ? first.outcome() : new Outcome.Open(List.copyOf(causes)),
          first.message(),
          first.at(),
          related(),
          first.subject(),
          deployments,
          instances,
          first.remediation(),
          fix,
          first.suppression());
    }
  }
}
