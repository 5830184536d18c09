package dev.keylint.cli;

import dev.keylint.cli.DeployedRoles.Assigned;
import dev.keylint.cli.DeployedRoles.Lacking;
import dev.keylint.cli.DeployedRoles.Tried;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.ResourceId;
import dev.keylint.text.Location;
import dev.keylint.value.PartialText;
import java.util.ArrayList;
import java.util.HashMap;
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

  /// Of more it is not tried out which of them helps; the first one is named then.
  private static final int MOST_APART = 4;

  private final List<Assigned> assignments = new ArrayList<>();
  private final List<Lacking> lacking = new ArrayList<>();

  /// Where a rule fails in a deployment.
  private record Place(String label, String rule, Location at) {
    static Place of(Finding failure, Lacking in) {
      return new Place(in.label(), failure.ruleId(), failure.at());
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
    Map<Place, Assigned> counting = new HashMap<>();
    Map<Place, Finding.Related> others = new HashMap<>();
    for (Lacking in : lacking) {
      List<Assigned> elsewhere =
          assignments.stream()
              .filter(it -> !it.root().equals(in.root()))
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
      Finding finding, Map<Place, Assigned> counting, Map<Place, Finding.Related> others) {
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

  /// The role assignments for which calls do not fail, by where they seem to.
  private static Map<Place, Assigned> helping(List<Assigned> elsewhere, Lacking in) {
    Map<Place, Assigned> helping = new HashMap<>();
    if (elsewhere.isEmpty() || elsewhere.size() > MOST_ASSIGNMENTS || in.tried().isEmpty()) {
      return helping;
    }
    Tried tried = in.tried().orElseThrow();
    Set<Finding> cured = tried.cured(elsewhere, in.failures());
    boolean apart = elsewhere.size() <= MOST_APART && !cured.isEmpty();
    for (Assigned each : apart ? elsewhere : elsewhere.subList(0, 1)) {
      for (Finding it : apart ? tried.cured(List.of(each), cured) : cured) {
        helping.putIfAbsent(Place.of(it, in), each);
      }
    }
    in.failures().stream()
        .filter(it -> !cured.contains(it))
        .forEach(it -> helping.remove(Place.of(it, in)));
    return helping;
  }

  private static Finding.Related named(Assigned it) {
    return new Finding.Related(
        it.assignment().declaredAt(),
        says(it) + ", but nothing says that it is deployed, too; name both templates if they are");
  }

  private static Finding.Related untried(Assigned it) {
    return new Finding.Related(
        it.assignment().declaredAt(),
        "`"
            + it.root()
            + "` assigns a role to it, too; whether that helps is not tried out, as there are more"
            + " than "
            + MOST_DEPLOYMENTS
            + " deployments with such calls, or "
            + MOST_ASSIGNMENTS
            + " roles");
  }

  private static Outcome.Cause cause(Assigned it) {
    return new Outcome.Cause(
        says(it) + ", and whether it is deployed, too, can't be told from templates",
        it.assignment().declaredAt(),
        Optional.of("`keylint live` reads what is deployed"));
  }

  private static String says(Assigned it) {
    boolean isKnown =
        Bodies.at(it.assignment(), "properties", "roleDefinitionId")
            .flatMap(id -> ResourceId.of(id.value()).name())
            .filter(PartialText::isKnown)
            .isPresent();
    return "`" + it.root() + "` " + (isKnown ? "assigns" : "may assign") + " such a role";
  }
}
