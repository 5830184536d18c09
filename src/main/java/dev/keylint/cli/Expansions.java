package dev.keylint.cli;

import dev.keylint.eval.DeploymentContext;
import dev.keylint.eval.Evaluator;
import dev.keylint.eval.Limits;
import dev.keylint.graph.BuiltInRole;
import dev.keylint.graph.BuiltInRoles;
import dev.keylint.lower.PlannedDeployment;
import dev.keylint.resource.Estate;
import java.util.ArrayList;
import java.util.List;

/// Expands the deployments of one scan, with a bound on what all of them take together.
///
/// Each alone may take `Limits.DEFAULT`. When many have done so, what remains may take less each:
/// still more than nearly all real deployments need, so that a thousand hostile ones neither hold
/// up a scan for hours nor hide the others. The bound is in steps, not in time, and looked at
/// between groups of a fixed size: two runs over the same files stop at the same place.
final class Expansions {
  /// What a scan may take before it becomes strict: 25 deployments that take all they may.
  static final long STEPS = 25 * Limits.DEFAULT.steps();

  /// What each deployment adds to that; real ones take 1,200 steps on average.
  static final long STEPS_FOR_EACH = 4_000;

  /// What each deployment may still take afterwards; 97 of 100 real ones take less.
  static final long STEPS_AFTERWARDS = 10_000;

  private static final int GROUP = 64;

  private final DeploymentContext context;
  private final Evaluator evaluator;
  private final long allowed;

  private Expansions(DeploymentContext context, long allowed) {
    this.context = context;
    this.allowed = allowed;
    this.evaluator = new Evaluator(name -> BuiltInRoles.table().byName(name).map(BuiltInRole::id));
  }

  /// The estates of these deployments, in their order.
  static List<Estate> of(List<PlannedDeployment> deployments, DeploymentContext context) {
    long allowed = STEPS + STEPS_FOR_EACH * deployments.size();
    Expansions expansions = new Expansions(context, allowed);
    List<Estate> estates = new ArrayList<>(deployments.size());
    for (int from = 0; from < deployments.size(); from += GROUP) {
      int to = Math.min(from + GROUP, deployments.size());
      estates.addAll(expansions.group(deployments.subList(from, to)));
    }
    return estates;
  }

  private List<Estate> group(List<PlannedDeployment> deployments) {
    Limits limits =
        evaluator.steps() <= allowed ? Limits.DEFAULT : Limits.DEFAULT.steps(STEPS_AFTERWARDS);
    return deployments.parallelStream()
        .map(it -> evaluator.expand(it.template(), it.parameters(), context, limits))
        .toList();
  }
}
