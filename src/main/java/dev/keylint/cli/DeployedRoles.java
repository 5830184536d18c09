package dev.keylint.cli;

import dev.keylint.check.Answers;
import dev.keylint.check.Cured;
import dev.keylint.check.Engine;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.GraphSources;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.resource.RuntimeProperty;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
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

  /// The members by which a principal is assigned a role.
  private static final Set<String> OBJECT_IDS = Set.of("principalid", "objectid");

  DeployedRoles {
    assignments = List.copyOf(assignments);
  }

  /// A role assignment for what its deployment does not make.
  ///
  /// @param holders the ids of what has it
  /// @param beside those of them that the deployment declares as `existing`, and the role
  /// @param roots the templates of the deployment
  /// @param standing of the deployment
  /// @param refuted whether something here says that this is not deployed
  record Assigned(
      Resource assignment,
      List<ResourceId> holders,
      List<Resource> beside,
      List<String> roots,
      Standing standing,
      boolean refuted) {
    Assigned {
      holders = List.copyOf(holders);
      beside = List.copyOf(beside);
      roots = List.copyOf(roots);
    }

    /// The template that is deployed.
    String root() {
      return Stream.concat(
              assignment.deployment().calls().stream().map(DeploymentPath.Call::at),
              Stream.of(assignment.declaredAt()))
          .map(Location::container)
          .filter(roots::contains)
          .findFirst()
          .orElseGet(roots::getFirst);
    }

    /// All, as they are added to another estate.
    Stream<Resource> resources() {
      return Stream.concat(Stream.of(assignment), beside.stream());
    }
  }

  /// A deployment in which calls fail.
  ///
  /// @param roots its templates: what these assign with other parameters is for another place
  record Lacking(
      String label,
      List<String> roots,
      Standing standing,
      Set<Finding> failures,
      NamesByType made,
      Optional<Tried> tried) {
    /// The same of which nothing can be tried out.
    Lacking untried() {
      return new Lacking(label, roots, standing, failures, made, Optional.empty());
    }
  }

  /// What tells whether a role helps.
  record Tried(Expanded expanded, Engine engine) {
    Cured cured(List<Assigned> more, Set<Finding> failures) {
      List<Resource> resources = more.stream().flatMap(Assigned::resources).distinct().toList();
      return engine.cured(expanded.estate().and(resources), failures);
    }
  }

  static DeployedRoles of(Expanded expanded, Engine engine, Answers answers) {
    if (expanded.standing() == Standing.BESIDE) {
      return NONE;
    }
    Set<Finding> failures =
        answers.judged().stream()
            .filter(it -> it.outcome() instanceof Outcome.Fail && engine.isAboutRoles(it))
            .collect(Collectors.toSet());
    Lacking lacking =
        new Lacking(
            expanded.estate().label(),
            expanded.roots(),
            expanded.standing(),
            failures,
            failures.isEmpty() ? NamesByType.NONE : NamesByType.of(expanded.estate()),
            Optional.of(new Tried(expanded, engine)));
    // What was compiled from a template assigns what that does.
    return new DeployedRoles(
        expanded.compiled().isPresent() ? List.of() : assigned(expanded),
        Optional.of(lacking).filter(_ -> !failures.isEmpty()));
  }

  private static List<Assigned> assigned(Expanded expanded) {
    List<Resource> assignments =
        expanded.estate().resources().stream().filter(it -> !holders(it).isEmpty()).toList();
    if (assignments.isEmpty()) {
      return List.of();
    }
    ResourceIndex index = ResourceIndex.of(expanded.estate());
    boolean refuted =
        (!expanded.remarks().isEmpty() && expanded.standing() != Standing.NAMED)
            || expanded.diagnostics().stream()
                .anyMatch(it -> it.kind() == Diagnostic.Kind.SEMANTIC);
    List<Assigned> all = new ArrayList<>();
    for (Resource each : assignments) {
      List<ResourceId> holders = holders(each);
      List<Resource> declared = holders.stream().flatMap(it -> index.byId(it).stream()).toList();
      if (declared.stream().allMatch(Resource::existing)) {
        List<Resource> beside = new ArrayList<>(declared);
        role(each).flatMap(index::byId).ifPresent(beside::add);
        all.add(
            new Assigned(each, holders, beside, expanded.roots(), expanded.standing(), refuted));
      }
    }
    return all;
  }

  /// The role that is assigned, unless what is written there is certainly none.
  static Optional<ResourceId> role(Resource assignment) {
    return Bodies.at(assignment, "properties", AccessGraph.ROLE)
        .map(it -> ResourceId.of(it.value()))
        .filter(it -> it.type().map(GraphSources::isRole).orElse(true));
  }

  /// The resources whose identities an assignment is for; none when that can't be told.
  private static List<ResourceId> holders(Resource assignment) {
    return GraphSources.mayGrant(assignment.type().name()) && !assignment.existing()
        ? Bodies.at(assignment, "properties", AccessGraph.PRINCIPAL).stream()
            .filter(_ -> role(assignment).isPresent())
            .flatMap(it -> RuntimeProperty.all(it.value()).stream())
            .filter(it -> it.member().filter(OBJECT_IDS::contains).isPresent())
            .map(it -> it.userAssigned().orElse(it.resource()))
            .toList()
        : List.of();
  }
}
