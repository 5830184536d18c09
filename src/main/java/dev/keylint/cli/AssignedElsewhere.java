package dev.keylint.cli;

import dev.keylint.check.Cured;
import dev.keylint.cli.DeployedRoles.Assigned;
import dev.keylint.cli.DeployedRoles.Lacking;
import dev.keylint.cli.DeployedRoles.Tried;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Leaves open that a call fails for want of a role where another template of the scan assigns one
/// that helps to what it looks up: whether both are deployed is not known.
///
/// A template of which less speaks for it that it is deployed than for the one with the call does
/// not count: whoever may add a file could add such a role. Nor does a role that is not tried out.
/// Both are named.
final class AssignedElsewhere {
  /// Of so many deployments in which calls fail the estates are kept until all have been judged.
  private static final int MOST_DEPLOYMENTS = 64;

  /// More role assignments are not tried out.
  private static final int MOST_ASSIGNMENTS = 512;

  /// So often one of them is looked for that helps; for the rest all are named together.
  private static final int MOST_ROUNDS = 4;

  private final List<Assigned> assignments = new ArrayList<>();
  private final List<Lacking> lacking = new ArrayList<>();

  /// Where a rule fails in a deployment.
  private record Place(String label, String rule, Location at) {
    static Place of(Finding failure, Lacking in) {
      return new Place(in.label(), failure.ruleId(), failure.at());
    }
  }

  /// A role assignment for which a call does not fail.
  ///
  /// @param of how many of them it is the first, if none of them is enough alone, or none was found
  /// @param certain whether the call does not fail for certain with it
  private record Help(Assigned by, int of, boolean certain) {
    Location at() {
      return by.assignment().declaredAt();
    }

    String says() {
      return of > 1
          ? "of " + of + " roles that others assign, `" + by.root() + "` the first, some help"
          : "`" + by.root() + "` " + (certain ? "assigns" : "may assign") + " such a role";
    }
  }

  void add(DeployedRoles part) {
    assignments.addAll(part.assignments());
    part.lacking()
        .ifPresent(it -> lacking.add(lacking.size() < MOST_DEPLOYMENTS ? it : it.untried()));
  }

  /// The same findings, of which those are open that fail in each of their deployments only for
  /// want of such a role.
  List<Finding> opened(List<Finding> findings) {
    Map<Place, Help> counting = new HashMap<>();
    Map<Place, Finding.Related> others = new HashMap<>();
    for (Lacking in : lacking) {
      List<Assigned> elsewhere =
          assignments.stream()
              .filter(it -> !it.roots().equals(in.roots()))
              .filter(it -> it.holders().stream().anyMatch(in.made()::mayHave))
              .toList();
      List<Assigned> counted = elsewhere.stream().filter(it -> counts(it, in)).toList();
      if (counted.size() > MOST_ASSIGNMENTS || (in.tried().isEmpty() && !counted.isEmpty())) {
        in.failures().forEach(it -> others.put(Place.of(it, in), untried(counted.getFirst())));
      } else {
        counting.putAll(helping(counted, in));
        List<Assigned> rest = elsewhere.stream().filter(it -> !counts(it, in)).toList();
        helping(rest, in).forEach((place, it) -> others.put(place, named(it)));
      }
    }
    return counting.isEmpty() && others.isEmpty()
        ? findings
        : findings.stream().map(it -> opened(it, counting, others)).toList();
  }

  private static boolean counts(Assigned it, Lacking in) {
    return !it.refuted() && it.standing().compareTo(in.standing()) >= 0;
  }

  private static Finding opened(
      Finding finding, Map<Place, Help> counting, Map<Place, Finding.Related> others) {
    if (!(finding.outcome() instanceof Outcome.Fail)) {
      return finding;
    }
    List<Place> places =
        finding.deployments().stream()
            .map(it -> new Place(it, finding.ruleId(), finding.at()))
            .toList();
    if (places.stream().allMatch(counting::containsKey)) {
      return finding.doubted(
          places.stream()
              .flatMap(it -> Stream.ofNullable(counting.get(it)))
              .map(AssignedElsewhere::cause)
              .toList());
    }
    return places.stream().allMatch(it -> counting.containsKey(it) || others.containsKey(it))
        ? finding.with(
            places.stream().flatMap(it -> Stream.ofNullable(others.get(it))).limit(1).toList(),
            finding.instances())
        : finding;
  }

  /// What assigns a role for which calls do not fail, by where they seem to.
  private static Map<Place, Help> helping(List<Assigned> elsewhere, Lacking in) {
    Map<Place, Help> helping = new HashMap<>();
    if (elsewhere.isEmpty() || elsewhere.size() > MOST_ASSIGNMENTS || in.tried().isEmpty()) {
      return helping;
    }
    Tried tried = in.tried().orElseThrow();
    Cured all = tried.cured(elsewhere, in.failures());
    Set<Finding> left = new LinkedHashSet<>(all.findings());
    for (int round = 0; round < MOST_ROUNDS && !left.isEmpty(); round++) {
      List<Assigned> found = narrowed(elsewhere, left.iterator().next(), tried);
      Cured by = tried.cured(found, left);
      by.findings()
          .forEach(it ->
              helping.putIfAbsent(
                  Place.of(it, in),
                  new Help(found.getFirst(), found.size(), by.certain().contains(it))));
      left.removeAll(by.findings());
    }
    left.forEach(it ->
        helping.putIfAbsent(
            Place.of(it, in), new Help(elsewhere.getFirst(), elsewhere.size(), false)));
    in.failures().stream()
        .filter(it -> !all.findings().contains(it))
        .forEach(it -> helping.remove(Place.of(it, in)));
    return helping;
  }

  /// As few of them as it takes for one failure to be none, found by halving.
  private static List<Assigned> narrowed(List<Assigned> all, Finding failure, Tried tried) {
    List<Assigned> left = all;
    boolean less = true;
    while (left.size() > 1 && less) {
      less = false;
      for (List<Assigned> half : halves(left)) {
        if (!less && !tried.cured(half, Set.of(failure)).findings().isEmpty()) {
          left = half;
          less = true;
        }
      }
    }
    return left;
  }

  private static List<List<Assigned>> halves(List<Assigned> all) {
    int middle = all.size() / 2;
    return List.of(all.subList(0, middle), all.subList(middle, all.size()));
  }

  private static Finding.Related named(Help it) {
    return new Finding.Related(
        it.at(),
        it.says() + ", but nothing says that it is deployed, too; name both templates if they are");
  }

  private static Finding.Related untried(Assigned it) {
    return new Finding.Related(
        it.assignment().declaredAt(),
        "whether a role that `"
            + it.root()
            + "` assigns helps is not tried out, as there are more than "
            + MOST_DEPLOYMENTS
            + " deployments with such calls, or "
            + MOST_ASSIGNMENTS
            + " roles");
  }

  private static Outcome.Cause cause(Help it) {
    return new Outcome.Cause(
        it.says() + ", and whether it is deployed, too, can't be told from templates",
        it.at(),
        Optional.of("`keylint live` reads what is deployed"));
  }
}
