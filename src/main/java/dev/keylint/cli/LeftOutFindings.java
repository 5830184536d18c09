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
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// What would fail if the deployments of a run made the resources that none of them makes.
final class LeftOutFindings {
  /// Of one place no more causes are told.
  private static final int MOST_CAUSES = 8;

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

  /// What would be found at a place, first of all.
  ///
  /// @param messages all, by what keeps it out
  private record Merged(Finding first, Map<LeftOutCause, Set<String>> messages) {}

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
    return found.with(
        besides(found.message(), messages(more), cause -> "the same if " + cause.unless()),
        found.instances());
  }

  private static Map<LeftOutCause, Set<String>> messages(List<Failure> failures) {
    Map<LeftOutCause, Set<String>> messages = new LinkedHashMap<>();
    failures.forEach(it ->
        messages
            .computeIfAbsent(it.cause(), _ -> new LinkedHashSet<>())
            .add(it.finding().message()));
    return messages;
  }

  /// What other causes keep out, of which there may be one for each parameter file.
  ///
  /// @param same what to say where that is what is said already
  private static List<Finding.Related> besides(
      String said, Map<LeftOutCause, Set<String>> messages, Function<LeftOutCause, String> same) {
    List<Finding.Related> related = new ArrayList<>();
    messages.forEach((cause, all) -> {
      List<String> others = all.stream().filter(it -> !it.equals(said)).toList();
      related.add(
          new Finding.Related(
              cause.at(), others.isEmpty() ? same.apply(cause) : besides(cause, others)));
    });
    if (related.size() <= MOST_CAUSES) {
      return related;
    }
    List<Finding.Related> first = new ArrayList<>(related.subList(0, MOST_CAUSES - 1));
    Finding.Related last = related.get(MOST_CAUSES - 1);
    int more = related.size() - MOST_CAUSES;
    first.add(new Finding.Related(last.at(), last.message() + " (and " + more + " more)"));
    return first;
  }

  private static String besides(LeftOutCause cause, List<String> others) {
    String first = others.getFirst();
    String more =
        others.size() == 1
            ? ""
            : (first.endsWith(".") ? " And " : "; and ") + (others.size() - 1) + " more.";
    return "if " + cause.unless() + ": " + first + more;
  }

  private static List<Finding> grouped(Map<Place, List<Failure>> byPlace) {
    Map<Group, List<Merged>> groups = new LinkedHashMap<>();
    byPlace.forEach((place, same) -> {
      Map<LeftOutCause, Set<String>> messages = messages(same);
      groups
          .computeIfAbsent(
              new Group(place.rule(), Set.copyOf(messages.keySet())), _ -> new ArrayList<>())
          .add(new Merged(merged(same), messages));
    });
    return groups.values().stream()
        .map(LeftOutFindings::finding)
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

  private static Finding finding(List<Merged> places) {
    List<Merged> sorted =
        places.stream().sorted(Comparator.comparing(Merged::first, Findings.byPlace())).toList();
    Finding finding = sorted.getFirst().first();
    Map<LeftOutCause, Set<String>> others = new LinkedHashMap<>(sorted.getFirst().messages());
    LeftOutCause first = others.keySet().iterator().next();
    others.remove(first);
    List<Finding.Related> more =
        new ArrayList<>(
            besides(
                finding.message(),
                others,
                cause ->
                    cause.unless().equals(first.unless())
                        ? cause.decides()
                        : "the same if " + cause.unless()));
    sorted.stream()
        .skip(1)
        .map(Merged::first)
        .forEach(
            it -> more.add(new Finding.Related(it.at(), "the same for " + it.subject().name())));
    return finding
        .whenDeployed(first.unless(), new Finding.Related(first.at(), first.decides()))
        .with(more, sorted.stream().mapToInt(it -> it.first().instances()).sum());
  }
}
