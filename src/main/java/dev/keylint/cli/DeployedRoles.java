package dev.keylint.cli;

import dev.keylint.check.Answers;
import dev.keylint.check.Engine;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.GraphSources;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.resource.RuntimeProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The role assignments of one deployment that may matter to others, and where calls fail in it.
record DeployedRoles(List<Assigned> assignments, Optional<Lacking> lacking) {
  /// Of what is no deployment of its own, or was compiled from one.
  private static final DeployedRoles NONE = new DeployedRoles(List.of(), Optional.empty());

  DeployedRoles {
    assignments = List.copyOf(assignments);
  }

  /// A role assignment for what its deployment does not make.
  ///
  /// @param holders the ids of what has it
  /// @param lookedUp those of them that the deployment declares as `existing`
  /// @param root the template of the deployment
  /// @param standing of the deployment
  /// @param refuted whether something here says that this is not deployed
  record Assigned(
      Resource assignment,
      List<ResourceId> holders,
      List<Resource> lookedUp,
      String root,
      Standing standing,
      boolean refuted) {
    Assigned {
      holders = List.copyOf(holders);
      lookedUp = List.copyOf(lookedUp);
    }

    /// Both, as they are added to another estate.
    Stream<Resource> resources() {
      return Stream.concat(Stream.of(assignment), lookedUp.stream());
    }
  }

  /// A deployment in which calls fail.
  ///
  /// @param root its template: what that assigns with other parameters is for another place
  record Lacking(
      String label,
      String root,
      Standing standing,
      Set<Finding> failures,
      NamesByType made,
      Optional<Tried> tried) {
    /// The same of which nothing can be tried out.
    Lacking untried() {
      return new Lacking(label, root, standing, failures, made, Optional.empty());
    }
  }

  /// What tells whether a role helps.
  record Tried(Expanded expanded, Engine engine) {
    Set<Finding> cured(List<Assigned> more, Set<Finding> failures) {
      List<Resource> resources = more.stream().flatMap(Assigned::resources).toList();
      return engine.cured(expanded.estate().and(resources), failures);
    }
  }

  static DeployedRoles of(Expanded expanded, Engine engine, Answers answers) {
    if (expanded.standing() == Standing.BESIDE || expanded.compiled().isPresent()) {
      return NONE;
    }
    Set<Finding> failures =
        answers.judged().stream()
            .filter(it -> it.outcome() instanceof Outcome.Fail && engine.isAboutCalls(it))
            .collect(Collectors.toSet());
    Lacking lacking =
        new Lacking(
            expanded.estate().label(),
            root(expanded),
            expanded.standing(),
            failures,
            failures.isEmpty() ? NamesByType.NONE : NamesByType.of(expanded.estate()),
            Optional.of(new Tried(expanded, engine)));
    return new DeployedRoles(
        assigned(expanded), Optional.of(lacking).filter(_ -> !failures.isEmpty()));
  }

  private static String root(Expanded expanded) {
    return expanded.files().stream().findFirst().orElseGet(expanded.estate()::label);
  }

  private static List<Assigned> assigned(Expanded expanded) {
    List<Resource> assignments =
        expanded.estate().resources().stream().filter(it -> !holders(it).isEmpty()).toList();
    if (assignments.isEmpty()) {
      return List.of();
    }
    ResourceIndex index = ResourceIndex.of(expanded.estate());
    boolean refuted = !expanded.remarks().isEmpty() && expanded.standing() != Standing.NAMED;
    List<Assigned> all = new ArrayList<>();
    for (Resource each : assignments) {
      List<ResourceId> holders = holders(each);
      List<Resource> declared = holders.stream().flatMap(it -> index.byId(it).stream()).toList();
      if (declared.stream().allMatch(Resource::existing)) {
        all.add(
            new Assigned(each, holders, declared, root(expanded), expanded.standing(), refuted));
      }
    }
    return all;
  }

  /// The resources whose identities an assignment is for; none when that can't be told.
  private static List<ResourceId> holders(Resource assignment) {
    return GraphSources.mayGrant(assignment.type().name()) && !assignment.existing()
        ? Bodies.at(assignment, "properties", AccessGraph.PRINCIPAL).stream()
            .flatMap(it -> RuntimeProperty.all(it.value()).stream())
            .map(it -> it.userAssigned().orElse(it.resource()))
            .toList()
        : List.of();
  }
}
