package dev.keylint.cli;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether fixes hold: what they cure is gone, and nothing is there that was not there before.
///
/// @param isBuilt whether a file, by its path, is made of another one: what it says is of the time
///   before, until it is built again
/// @param replaced which rules say nothing of what a rule finds wrong: what they find when that is
///   gone was there before
record Verification(
    Assessment before,
    Assessment after,
    Predicate<String> isBuilt,
    Map<String, List<String>> replaced) {

  /// Why these do not hold, as a phrase.
  Optional<String> objection(List<Remedy> made) {
    Map<Remedy.Key, Integer> gone = new HashMap<>();
    made.forEach(it -> gone.merge(it.key(), 1, Integer::sum));
    Map<Remedy.Key, Integer> known = counts(failures(before));
    Map<Remedy.Key, Integer> open = counts(undecided(before));
    Map<Remedy.Key, Integer> now = counts(failures(after));
    Map<Remedy.Key, Integer> nowOpen = counts(undecided(after));
    for (Map.Entry<Remedy.Key, Integer> it : gone.entrySet()) {
      int more = now.getOrDefault(it.getKey(), 0) - known.getOrDefault(it.getKey(), 0);
      int doubt = nowOpen.getOrDefault(it.getKey(), 0) - open.getOrDefault(it.getKey(), 0);
      if (Math.max(more, -it.getValue()) + Math.max(doubt, 0) > -it.getValue()) {
        return Optional.of("`" + it.getKey().rule() + "` would not be gone");
      }
    }
    return fresh(made).or(this::equal).or(this::unread);
  }

  private Optional<String> fresh(List<Remedy> made) {
    return fresh(made, failures(after))
        .map(it -> "it would bring `" + it.ruleId() + "` at " + it.at())
        .findFirst();
  }

  /// What is found afterwards and was not before.
  List<Finding> uncovered(List<Remedy> made) {
    return fresh(made, failures(after)).toList();
  }

  private Stream<Finding> fresh(List<Remedy> made, Stream<Finding> now) {
    Map<Remedy.Key, Integer> left = counts(failures(before));
    return now.filter(it -> left.merge(Remedy.Key.of(it), -1, Integer::sum) < 0)
        .filter(it -> !isBuilt.test(Remedy.Key.of(it).file()))
        .filter(it -> made.stream().noneMatch(one -> wasHidden(it, one)));
  }

  /// Whether a finding is about the same resource as one that is made away with and spoke for it.
  private boolean wasHidden(Finding found, Remedy by) {
    Remedy.Key hidden = Remedy.Key.of(found);
    Remedy.Key hiding = by.key();
    boolean same =
        found.subject().id().equals(by.finding().subject().id())
            || (hidden.file().equals(hiding.file()) && line(found.at()) == line(by.finding().at()));
    return same
        && hidden.type().equals(hiding.type())
        && replaced.getOrDefault(hiding.rule(), List.of()).contains(hidden.rule());
  }

  private static int line(Location at) {
    return at instanceof Location.InFile file ? file.start().line() : 0;
  }

  /// Azure refuses what is given twice.
  private Optional<String> equal() {
    return after.equal().entrySet().stream()
        .filter(
            it -> it.getValue().size() > before.equal().getOrDefault(it.getKey(), List.of()).size())
        .map(it ->
            "then there would be two assignments of the same role to the same principal at the same"
                + " scope ("
                + it.getValue().stream().map(Location::toString).collect(Collectors.joining(", "))
                + "), which Azure refuses (RoleAssignmentExists): delete one of them")
        .findFirst();
  }

  private Optional<String> unread() {
    Map<String, Long> known = mistakes(before);
    return after.diagnostics().stream()
        .filter(it -> it.kind().incomplete() && !isBuilt.test(it.location().container()))
        .filter(it -> known.merge(it.message(), -1L, Long::sum) < 0)
        .map(it -> "afterwards " + it.message())
        .findFirst();
  }

  private static Map<String, Long> mistakes(Assessment assessment) {
    Map<String, Long> counts = new HashMap<>();
    assessment.diagnostics().stream()
        .map(Diagnostic::message)
        .forEach(it -> counts.merge(it, 1L, Long::sum));
    return counts;
  }

  private static Stream<Finding> failures(Assessment assessment) {
    return assessment.findings().stream().filter(Finding::active);
  }

  private static Stream<Finding> undecided(Assessment assessment) {
    return assessment.findings().stream()
        .filter(it -> it.outcome() instanceof Outcome.Open && it.suppression().isEmpty());
  }

  private static Map<Remedy.Key, Integer> counts(Stream<Finding> findings) {
    Map<Remedy.Key, Integer> counts = new HashMap<>();
    findings.forEach(it -> counts.merge(Remedy.Key.of(it), 1, Integer::sum));
    return counts;
  }
}
