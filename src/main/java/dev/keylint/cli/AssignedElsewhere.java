package dev.keylint.cli;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.text.Location;
import dev.keylint.value.PartialText;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Leaves open that a call fails for want of a role where another template of the scan assigns one
/// that helps: whether both are deployed is not known.
final class AssignedElsewhere {
  /// Of so many deployments in which calls fail the estates are kept until all have been judged.
  private static final int MOST_DEPLOYMENTS = 64;

  /// Of more role assignments it is not tried out whether they help.
  private static final int MOST_ASSIGNMENTS = 64;

  /// Of more it is not tried out which of them does; the first one is named then.
  private static final int MOST_APART = 4;

  private final List<Resource> assignments = new ArrayList<>();
  private final List<Resource> holders = new ArrayList<>();
  private final List<DeployedRoles.Lacking> lacking = new ArrayList<>();

  /// Where a rule fails in a deployment.
  private record Place(String label, String rule, Location at) {}

  void add(DeployedRoles part) {
    assignments.addAll(part.assignments());
    holders.addAll(part.holders());
    part.lacking().filter(_ -> lacking.size() < MOST_DEPLOYMENTS).ifPresent(lacking::add);
  }

  /// The same findings, of which those are open that fail in each of their deployments only for
  /// want of such a role.
  List<Finding> opened(List<Finding> findings) {
    Map<Place, Outcome.Cause> causes = new HashMap<>();
    lacking.forEach(it -> causes.putAll(causes(it)));
    return causes.isEmpty() ? findings : findings.stream().map(it -> opened(it, causes)).toList();
  }

  private static Finding opened(Finding finding, Map<Place, Outcome.Cause> causes) {
    if (!(finding.outcome() instanceof Outcome.Fail)) {
      return finding;
    }
    List<Outcome.Cause> found =
        finding.deployments().stream()
            .map(it -> new Place(it, finding.ruleId(), finding.at()))
            .flatMap(it -> Stream.ofNullable(causes.get(it)))
            .toList();
    return found.isEmpty() || found.size() < finding.deployments().size()
        ? finding
        : finding.doubted(found);
  }

  /// Why calls may not fail, by where they seem to.
  private Map<Place, Outcome.Cause> causes(DeployedRoles.Lacking in) {
    List<Resource> elsewhere =
        assignments.stream().filter(it -> isElsewhere(it, in) && mayConcern(it, in)).toList();
    Map<Place, Outcome.Cause> causes = new HashMap<>();
    if (elsewhere.isEmpty() || elsewhere.size() > MOST_ASSIGNMENTS) {
      return causes;
    }
    Set<Finding> cured = cured(elsewhere, in, in.failures());
    Set<Place> failing =
        in.failures().stream()
            .filter(it -> !cured.contains(it))
            .map(it -> new Place(in.label(), it.ruleId(), it.at()))
            .collect(Collectors.toSet());
    boolean apart = elsewhere.size() <= MOST_APART && !cured.isEmpty();
    for (Resource assignment : apart ? elsewhere : elsewhere.subList(0, 1)) {
      for (Finding each : apart ? cured(List.of(assignment), in, cured) : cured) {
        causes.putIfAbsent(new Place(in.label(), each.ruleId(), each.at()), cause(assignment));
      }
    }
    causes.keySet().removeAll(failing);
    return causes;
  }

  private Set<Finding> cured(List<Resource> more, DeployedRoles.Lacking in, Set<Finding> failures) {
    List<Resource> all = new ArrayList<>(more);
    holders.stream().filter(it -> isElsewhere(it, in)).forEach(all::add);
    return in.engine().cured(in.expanded().estate().and(all), failures);
  }

  /// What the same template makes with other parameters is for another place.
  private static boolean isElsewhere(Resource resource, DeployedRoles.Lacking in) {
    return resource.declaredAt() instanceof Location.InFile file
        && !in.expanded().files().contains(file.source().path());
  }

  /// Whether it may be for something that the deployment makes, before that is tried out.
  private static boolean mayConcern(Resource assignment, DeployedRoles.Lacking in) {
    return DeployedRoles.holders(assignment).stream()
        .anyMatch(holder ->
            in.expanded().estate().resources().stream()
                .filter(it -> holder.type().filter(type -> it.type().is(type)).isPresent())
                .anyMatch(it -> mayBe(holder, it.name())));
  }

  private static boolean mayBe(ResourceId holder, Value name) {
    Optional<PartialText> wanted = holder.name();
    Optional<PartialText> own = PartialText.of(name);
    return wanted.isEmpty()
        || own.isEmpty()
        || !wanted.orElseThrow().isKnown()
        || !own.orElseThrow().isKnown()
        || wanted.orElseThrow().key().equals(own.orElseThrow().key());
  }

  private static Outcome.Cause cause(Resource assignment) {
    String text =
        "`"
            + assignment.declaredAt().container()
            + "` assigns such a role, and whether it is deployed, too, can't be told from"
            + " templates";
    return new Outcome.Cause(
        text, assignment.declaredAt(), Optional.of("`keylint live` reads what is deployed"));
  }
}
