package dev.keylint.cli;

import dev.keylint.check.Engine;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Findings;
import dev.keylint.finding.Outcome;
import dev.keylint.plan.LeftOutCause;
import dev.keylint.plan.Remark;
import dev.keylint.text.CallPath;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What would fail if the deployments of a run made the resources that none of them makes.
final class LeftOutFindings {
  private final Set<CallPath> made = new HashSet<>();
  private final Set<CallPath> leftOut = new LinkedHashSet<>();
  private final List<Failure> failures = new ArrayList<>();

  /// What would fail of one declaration in one deployment, and what keeps it out there.
  ///
  /// @param remarks what there is to say of the deployment
  private record Failure(
      CallPath path, LeftOutCause cause, Finding finding, List<Finding.Related> remarks) {}

  /// What one deployment makes and leaves out.
  ///
  /// @param made the declarations of which it makes resources
  record Part(Set<CallPath> made, Set<CallPath> leftOut, List<Failure> failures) {

    static Part of(Expanded.Supposed supposed, Engine engine, List<Remark> remarks) {
      List<Finding.Related> said = remarks.stream().map(Remarks::related).toList();
      List<Failure> failures = new ArrayList<>();
      for (Expanded.Trial trial : supposed.trials()) {
        engine
            .failures(trial.estate(), trial.declarations())
            .forEach((path, found) -> {
              LeftOutCause cause = trial.cause().apply(path);
              found.forEach(it -> failures.add(new Failure(path, cause, it, said)));
            });
      }
      return new Part(supposed.made(), supposed.leftOut(), failures);
    }
  }

  void add(Part part) {
    made.addAll(part.made());
    leftOut.addAll(part.leftOut());
    failures.addAll(part.failures());
  }

  /// How many declarations are left out: those that no deployment makes, and those that would fail
  /// where one does not make them.
  int declarations() {
    Set<Location> places = new HashSet<>();
    made.forEach(path -> places.add(path.last()));
    Set<Location> out = new HashSet<>();
    leftOut.stream().map(CallPath::last).filter(at -> !places.contains(at)).forEach(out::add);
    failures().forEach(it -> out.add(it.path().last()));
    return out.size();
  }

  private Stream<Failure> failures() {
    return failures.stream().filter(it -> !made.contains(it.path()));
  }

  private record Place(String rule, Location at) {
    static Place of(Finding it) {
      return new Place(it.ruleId(), it.at());
    }
  }

  private record Group(String rule, Set<LeftOutCause> causes) {}

  /// What is found, and behind it one finding for each other place that a rule would find wrong;
  /// places that the same causes keep out share one. A place that is wrong as it is says what else
  /// would be wrong there.
  List<Finding> with(List<Finding> found) {
    Map<Place, List<Failure>> byPlace = new LinkedHashMap<>();
    failures()
        .forEach(
            it -> byPlace.computeIfAbsent(Place.of(it.finding()), _ -> new ArrayList<>()).add(it));
    List<Finding> all = new ArrayList<>();
    Set<Place> wrong = new HashSet<>();
    for (Finding it : found) {
      boolean fails = it.outcome() instanceof Outcome.Fail && wrong.add(Place.of(it));
      all.add(fails ? also(it, byPlace.getOrDefault(Place.of(it), List.of())) : it);
    }
    byPlace.keySet().removeAll(wrong);
    all.addAll(grouped(byPlace));
    return all;
  }

  private static Finding also(Finding found, List<Failure> more) {
    Map<LeftOutCause, Set<String>> messages = new LinkedHashMap<>();
    more.forEach(it ->
        messages
            .computeIfAbsent(it.cause(), _ -> new LinkedHashSet<>())
            .add(it.finding().message()));
    List<Finding.Related> related = new ArrayList<>();
    messages.forEach((cause, all) -> {
      all.remove(found.message());
      related.add(new Finding.Related(cause.at(), besides(cause, List.copyOf(all))));
    });
    return found.with(related, found.instances());
  }

  private static String besides(LeftOutCause cause, List<String> others) {
    return others.isEmpty()
        ? "the same if " + cause.unless()
        : "if "
            + cause.unless()
            + ": "
            + others.getFirst()
            + (others.size() > 1 ? " And " + (others.size() - 1) + " more." : "");
  }

  private static List<Finding> grouped(Map<Place, List<Failure>> byPlace) {
    Map<Group, List<Finding>> groups = new LinkedHashMap<>();
    byPlace.forEach((place, same) -> {
      Set<LeftOutCause> causes = new LinkedHashSet<>();
      same.forEach(it -> causes.add(it.cause()));
      groups
          .computeIfAbsent(new Group(place.rule(), causes), _ -> new ArrayList<>())
          .add(merged(same));
    });
    return groups.entrySet().stream()
        .map(it -> finding(List.copyOf(it.getKey().causes()), it.getValue()))
        .sorted(Findings.byPlace())
        .toList();
  }

  /// The first one, for all deployments that would have it, with what there is to say of each of
  /// them.
  private static Finding merged(List<Failure> same) {
    Set<String> deployments = new LinkedHashSet<>();
    List<Finding.Related> remarks = new ArrayList<>(same.getFirst().remarks());
    for (Failure each : same) {
      deployments.addAll(each.finding().deployments());
      remarks.retainAll(each.remarks());
    }
    Finding first = same.getFirst().finding();
    return first.with(remarks, first.instances()).reachedBy(List.copyOf(deployments));
  }

  private static Finding finding(List<LeftOutCause> causes, List<Finding> places) {
    places.sort(Findings.byPlace());
    LeftOutCause first = causes.getFirst();
    List<Finding.Related> more = new ArrayList<>();
    for (LeftOutCause cause : causes.subList(1, causes.size())) {
      boolean same = cause.unless().equals(first.unless());
      more.add(
          new Finding.Related(
              cause.at(), same ? cause.decides() : "the same if " + cause.unless()));
    }
    places.stream()
        .skip(1)
        .forEach(
            it -> more.add(new Finding.Related(it.at(), "the same for " + it.subject().name())));
    return places
        .getFirst()
        .whenDeployed(first.unless(), new Finding.Related(first.at(), first.decides()))
        .with(more, places.stream().mapToInt(Finding::instances).sum());
  }
}
