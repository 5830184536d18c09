package dev.keylint.cli;

import dev.keylint.cli.EqualAssignments.Given;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.fix.MovedPlaces;
import dev.keylint.text.CallPath;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Phrase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Whether fixes hold: what they cure is gone, and nothing is there that was not there before.
///
/// @param terms what they may change, and what has to hold
record Verification(Assessment before, Assessment after, Terms terms) {

  /// Why these do not hold, as a phrase.
  Optional<Phrase> objection(List<Remedy> made) {
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
        return Optional.of(Phrase.of("`" + it.getKey().rule() + "` would not be gone"));
      }
    }
    return fresh(made).or(this::equal).or(() -> closed(made)).or(this::unread);
  }

  private Optional<Phrase> fresh(List<Remedy> made) {
    return fresh(made, failures(after))
        .map(it -> Phrase.of("it would bring `" + it.ruleId() + "` at ").and(it.at()))
        .findFirst();
  }

  /// What is found afterwards and was not before.
  List<Finding> uncovered(List<Remedy> made) {
    return fresh(made, failures(after)).toList();
  }

  private Stream<Finding> fresh(List<Remedy> made, Stream<Finding> now) {
    Map<Remedy.Key, Integer> left = counts(failures(before));
    List<Finding> others =
        now.filter(it -> left.merge(Remedy.Key.of(it), -1, Integer::sum) < 0).toList();
    made.forEach(it -> left.remove(it.key()));
    List<Finding> gone =
        failures(before)
            .filter(it -> left.merge(Remedy.Key.of(it), -1, Integer::sum) >= 0)
            .collect(Collectors.toCollection(ArrayList::new));
    List<Finding> hiding = List.copyOf(gone);
    MovedPlaces moved = new MovedPlaces();
    return others.stream()
        .filter(it -> !terms.isBuilt().test(Remedy.Key.of(it).file()))
        .filter(it -> made.stream().noneMatch(one -> wasHidden(it, one.finding())))
        .filter(it -> hiding.stream().noneMatch(one -> wasHidden(it, one)))
        .filter(it ->
            gone.stream()
                .filter(one -> isSame(one, it, moved))
                .findFirst()
                .filter(gone::remove)
                .isEmpty());
  }

  /// Whether a finding is one that was there before under another name: what an assignment is
  /// called says its role, which a fix for something else may exchange.
  private static boolean isSame(Finding before, Finding now, MovedPlaces moved) {
    return before.ruleId().equals(now.ruleId())
        && before.subject().type().equalsIgnoreCase(now.subject().type())
        && moved.areSame(before.at(), now.at());
  }

  /// Whether a finding is about the same resource as one that is gone and spoke for it.
  private boolean wasHidden(Finding found, Finding by) {
    Remedy.Key hidden = Remedy.Key.of(found);
    Remedy.Key hiding = Remedy.Key.of(by);
    boolean same =
        found.subject().id().equals(by.subject().id())
            || (hidden.file().equals(hiding.file()) && line(found.at()) == line(by.at()));
    return same
        && hidden.type().equals(hiding.type())
        && terms.replaced().getOrDefault(hiding.rule(), List.of()).contains(hidden.rule());
  }

  private static int line(Location at) {
    return at instanceof Location.InFile file ? file.start().line() : 0;
  }

  /// Nobody needs what is given twice, and Azure refuses it under another name.
  private Optional<Phrase> equal() {
    MovedPlaces moved = new MovedPlaces();
    return after.given().entrySet().stream()
        .flatMap(it -> {
          Optional<Given> known = Optional.ofNullable(before.given().get(it.getKey()));
          return twice(it.getValue(), known, moved).stream();
        })
        .findFirst();
  }

  private static Optional<Phrase> twice(Given now, Optional<Given> known, MovedPlaces moved) {
    int more = now.ways().size() - known.map(it -> it.ways().size()).orElse(0);
    if (now.ways().size() < 2 || more < 1) {
      return Optional.empty();
    }
    if (now.listed()) {
      return Optional.of(listed(now));
    }
    if (now.names() > 1) {
      return Optional.of(now)
          .filter(Given::isRefused)
          .map(it ->
              Phrase.of(
                      "then there would be two assignments of the same role to the same principal"
                          + " at the same scope (")
                  .and(Phrase.list(it.places(_ -> true)))
                  .and("), which Azure refuses (RoleAssignmentExists): delete one of them"));
    }
    if (known.filter(it -> !it.isWith(now)).isPresent()) {
      return Optional.empty();
    }
    List<Phrase.Part.At> others =
        now.places(way ->
            known.stream()
                .flatMap(it -> it.ways().stream())
                .anyMatch(was -> areSame(was, way, moved)));
    return Optional.of(
        others.isEmpty()
            ? Phrase.of("then ")
                .and(Phrase.list(now.places(_ -> true)))
                .and(
                    " would all give the same role to the same principal at the same scope: keep"
                        + " one of them")
            : Phrase.of("the assignment at ")
                .and(Phrase.list(others))
                .and(" already gives that role there: delete this one"));
  }

  private static Phrase listed(Given now) {
    return Phrase.of("then the module would make two assignments of the same role to the same")
        .and(" principal, of the same name (")
        .and(Phrase.list(now.places(_ -> true)))
        .and("), and the deployment would fail: delete one of them");
  }

  private static boolean areSame(CallPath before, CallPath now, MovedPlaces moved) {
    int length = before.places().size();
    return length == now.places().size()
        && IntStream.range(0, length)
            .allMatch(i -> moved.areSame(before.places().get(i), now.places().get(i)));
  }

  /// Who turns keys off where no token is accepted leaves no way in.
  private Optional<Phrase> closed(List<Remedy> made) {
    return made.stream()
        .filter(Remedy::closes)
        .flatMap(it ->
            failures(after)
                .filter(other ->
                    terms.tokenless().contains(other.ruleId())
                        && other.subject().id().equals(it.finding().subject().id())))
        .findFirst()
        .map(it ->
            Phrase.of(
                    "then nobody could call it: it takes no tokens as long as `"
                        + it.ruleId()
                        + "` at ")
                .and(it.at())
                .and(" is not mended"));
  }

  private Optional<Phrase> unread() {
    Map<String, Long> known = mistakes(before);
    return after.diagnostics().stream()
        .filter(it -> it.kind().incomplete() && !terms.isBuilt().test(it.location().container()))
        .filter(it -> known.merge(it.message(), -1L, Long::sum) < 0)
        .map(it -> Phrase.of("afterwards " + it.message()))
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
