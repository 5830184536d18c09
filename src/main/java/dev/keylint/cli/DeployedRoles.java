package dev.keylint.cli;

import dev.keylint.check.Answers;
import dev.keylint.check.Engine;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.GraphSources;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.RuntimeProperty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The role assignments of one deployment that may matter to others, and where calls fail in it.
///
/// @param holders resources that it looks up, which may have such an assignment
record DeployedRoles(
    List<Resource> assignments, List<Resource> holders, Optional<Lacking> lacking) {
  /// Of what is no deployment of its own, or was compiled from one.
  private static final DeployedRoles NONE =
      new DeployedRoles(List.of(), List.of(), Optional.empty());

  /// A deployment in which calls fail.
  record Lacking(Expanded expanded, Engine engine, Set<Finding> failures) {
    String label() {
      return expanded.estate().label();
    }
  }

  static DeployedRoles of(Expanded expanded, Engine engine, Answers answers) {
    if (!expanded.deployed() || expanded.compiled().isPresent()) {
      return NONE;
    }
    Estate estate = expanded.estate();
    Set<Finding> failures =
        answers.judged().stream()
            .filter(it -> it.outcome() instanceof Outcome.Fail && engine.isAboutCalls(it))
            .collect(Collectors.toSet());
    return new DeployedRoles(
        estate.resources().stream().filter(it -> !holders(it).isEmpty()).toList(),
        estate.resources().stream().filter(DeployedRoles::mayHold).toList(),
        Optional.of(new Lacking(expanded, engine, failures)).filter(_ -> !failures.isEmpty()));
  }

  private static boolean mayHold(Resource resource) {
    String type = resource.type().name();
    return resource.existing() && (GraphSources.mayRun(type) || GraphSources.mayIdentify(type));
  }

  /// The resources whose identities an assignment is for; none when that can't be told.
  static List<ResourceId> holders(Resource assignment) {
    return GraphSources.mayGrant(assignment.type().name()) && !assignment.existing()
        ? Bodies.at(assignment, "properties", AccessGraph.PRINCIPAL).stream()
            .flatMap(it -> RuntimeProperty.all(it.value()).stream())
            .map(it -> it.userAssigned().orElse(it.resource()))
            .toList()
        : List.of();
  }
}
