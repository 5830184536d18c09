package dev.keylint.cli;

import dev.keylint.check.Answers;
import dev.keylint.check.Engine;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.graph.GraphSources;
import dev.keylint.plan.LeftOutCause;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names, for a call that fails for want of a role, what keeps the assignment of a role out with
/// which it would not.
record LeftOutRoles(Engine engine, Estate estate) {
  /// Of more role assignments it is not tried out which of them would do.
  private static final int MOST = 16;

  /// A role assignment that is left out, and what keeps it out.
  ///
  /// @param roles the definitions of roles that are left out with it
  private record Role(Resource assignment, List<Resource> roles, LeftOutCause cause) {
    Stream<Resource> resources() {
      return Stream.concat(Stream.of(assignment), roles.stream());
    }
  }

  /// The same answers, with what keeps such roles out.
  Answers named(Answers answers, List<Expanded.Trial> trials) {
    Set<Finding> failures =
        answers.judged().stream()
            .filter(it -> it.outcome() instanceof Outcome.Fail && engine.isAboutRoles(it))
            .collect(Collectors.toSet());
    List<Role> roles =
        failures.isEmpty() ? List.of() : trials.stream().flatMap(this::roles).toList();
    if (roles.isEmpty() || roles.size() > MOST) {
      return answers;
    }
    // With all of them first: mostly that helps nothing.
    Set<Finding> cured = cured(roles, failures);
    Map<Finding, List<Finding.Related>> named = new HashMap<>();
    for (Role role : cured.isEmpty() ? List.<Role>of() : roles) {
      cured(List.of(role), cured)
          .forEach(
              it -> named.computeIfAbsent(it, _ -> new ArrayList<>()).add(related(role.cause())));
    }
    return answers.judged(
        answers.judged().stream()
            .map(it ->
                it.with(
                    named.getOrDefault(it, List.of()).stream().distinct().toList(), it.instances()))
            .toList());
  }

  private Set<Finding> cured(List<Role> roles, Set<Finding> failures) {
    List<Resource> resources = roles.stream().flatMap(Role::resources).distinct().toList();
    return engine.cured(estate.and(resources), failures).findings();
  }

  private Stream<Role> roles(Expanded.Trial trial) {
    List<Resource> roles =
        trial.estate().resources().stream()
            .filter(it -> GraphSources.isRole(it.type().name()))
            .filter(it -> !estate.resources().contains(it))
            .toList();
    return trial.estate().resources().stream()
        .filter(it -> GraphSources.mayGrant(it.type().name()))
        .filter(it -> trial.declarations().contains(it.path()))
        .map(it -> new Role(it, roles, trial.cause().apply(it.path())));
  }

  private static Finding.Related related(LeftOutCause cause) {
    return new Finding.Related(
        cause.at(), "a role assignment is left out: " + cause.decides(), true);
  }
}
