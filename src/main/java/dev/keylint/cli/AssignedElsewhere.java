package dev.keylint.cli;

import dev.keylint.cli.DeployedRoles.Assigned;
import dev.keylint.cli.DeployedRoles.Lacking;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
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
/// not count: whoever may add a file could add such a role. It is only named then.
final class AssignedElsewhere {
  /// Of so many deployments in which calls fail the estates are kept until all have been judged.
  private static final int MOST_DEPLOYMENTS = 64;

  /// More role assignments are taken to help.
  private static final int MOST_ASSIGNMENTS = 512;

  /// Of more it is not tried out which of them does; the first one is named then.
  private static final int MOST_APART = 4;

  private final List<Assigned> assignments = new ArrayList<>();
  private final List<Lacking> lacking = new ArrayList<>();

  /// Where a rule fails in a deployment.
  private record Place(String label, String rule, Location at) {}

  void add(DeployedRoles part) {
    assignments.addAll(part.assignments());
    part.lacking()
        .ifPresent(it -> lacking.add(lacking.size() < MOST_DEPLOYMENTS ? it : it.untried()));
  }

  /// The same findings, of which those are open that fail in each of their deployments only for
  /// want of such a role.
  List<Finding> opened(List<Finding> findings) {
    Map<Place, Resource> counting = new HashMap<>();
    Map<Place, Resource> others = new HashMap<>();
    for (Lacking in : lacking) {
      List<Assigned> elsewhere =
          assignments.stream()
              .filter(
                  it -> !it.isOf(in.files()) && it.holders().stream().anyMatch(in.made()::mayHave))
              .toList();
      counting.putAll(helping(elsewhere.stream().filter(it -> counts(it, in)).toList(), in));
      others.putAll(helping(elsewhere.stream().filter(it -> !counts(it, in)).toList(), in));
    }
    return counting.isEmpty() && others.isEmpty()
        ? findings
        : findings.stream().map(it -> opened(it, counting, others)).toList();
  }

  private static boolean counts(Assigned it, Lacking in) {
    return !it.refuted() && it.standing().compareTo(in.standing()) >= 0;
  }

  private static Finding opened(
      Finding finding, Map<Place, Resource> counting, Map<Place, Resource> others) {
    if (!(finding.outcome() instanceof Outcome.Fail)) {
      return finding;
    }
    List<Resource> found = helping(finding, counting);
    if (!found.isEmpty() && found.size() == finding.deployments().size()) {
      return finding.doubted(found.stream().map(AssignedElsewhere::cause).toList());
    }
    List<Finding.Related> named =
        Stream.concat(found.stream(), helping(finding, others).stream())
            .limit(1)
            .map(AssignedElsewhere::named)
            .toList();
    return named.isEmpty() ? finding : finding.with(named, finding.instances());
  }

  private static List<Resource> helping(Finding finding, Map<Place, Resource> by) {
    return finding.deployments().stream()
        .map(it -> new Place(it, finding.ruleId(), finding.at()))
        .flatMap(it -> Stream.ofNullable(by.get(it)))
        .toList();
  }

  /// The role assignments for which calls may not fail, by where they seem to.
  private static Map<Place, Resource> helping(List<Assigned> elsewhere, Lacking in) {
    Map<Place, Resource> helping = new HashMap<>();
    if (elsewhere.isEmpty()) {
      return helping;
    }
    Set<Finding> cured = cured(elsewhere, in, in.failures());
    boolean apart = elsewhere.size() <= MOST_APART && in.tried().isPresent() && !cured.isEmpty();
    for (Assigned each : apart ? elsewhere : elsewhere.subList(0, 1)) {
      for (Finding it : apart ? cured(List.of(each), in, cured) : cured) {
        helping.putIfAbsent(new Place(in.label(), it.ruleId(), it.at()), each.assignment());
      }
    }
    in.failures().stream()
        .filter(it -> !cured.contains(it))
        .forEach(it -> helping.remove(new Place(in.label(), it.ruleId(), it.at())));
    return helping;
  }

  /// The failures that are none with these; all, where there are too many to try.
  private static Set<Finding> cured(List<Assigned> more, Lacking in, Set<Finding> failures) {
    return in.tried()
        .filter(_ -> more.size() <= MOST_ASSIGNMENTS)
        .map(it -> it.cured(more, failures))
        .orElse(failures);
  }

  private static Finding.Related named(Resource assignment) {
    return new Finding.Related(
        assignment.declaredAt(),
        assigns(assignment)
            + ", but nothing says that this is deployed, too; name both templates"
            + " if they are");
  }

  private static Outcome.Cause cause(Resource assignment) {
    String text =
        "`"
            + assignment.declaredAt().container()
            + "` "
            + assigns(assignment)
            + ", and whether it is deployed, too, can't be told from templates";
    return new Outcome.Cause(
        text, assignment.declaredAt(), Optional.of("`keylint live` reads what is deployed"));
  }

  private static String assigns(Resource assignment) {
    boolean isKnown =
        Bodies.at(assignment, "properties", "roleDefinitionId")
            .flatMap(it -> ResourceId.of(it.value()).name())
            .filter(PartialText::isKnown)
            .isPresent();
    return (isKnown ? "assigns" : "may assign") + " such a role";
  }
}
