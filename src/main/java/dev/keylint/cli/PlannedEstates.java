package dev.keylint.cli;

import dev.keylint.eval.Evaluator;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.graph.role.BuiltInRole;
import dev.keylint.graph.role.BuiltInRoles;
import dev.keylint.plan.LeftOut;
import dev.keylint.plan.LoweredDeployment;
import dev.keylint.plan.LoweredDeployments;
import dev.keylint.plan.PlannedDeployment;
import dev.keylint.plan.TemplateLoader;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// The estates of planned deployments: each is lowered and expanded, used, and let go of.
///
/// Each alone may take `Limits.DEFAULT`. When many have done so, what remains may take less each:
/// still more than nearly all real deployments need, so that a thousand hostile ones neither hold
/// up a scan for hours nor hide the others. The bound is in steps, not in time, and looked at
/// between groups of a fixed size: two runs over the same files stop at the same place.
final class PlannedEstates implements Estates {
  /// How many are worked on at a time; two a core, so that a large one does not hold up the others.
  private static final int AT_ONCE = 4;

  private static final int GROUP = 64;

  /// What a scan may take before it becomes strict: 25 deployments that take all they may.
  private static final long STEPS = 25 * Limits.DEFAULT.steps();

  /// What each deployment adds to that; real ones take 1,200 steps on average.
  private static final long STEPS_FOR_EACH = 4_000;

  /// What each deployment may still take afterwards; 97 of 100 real ones take less.
  private static final long STEPS_AFTERWARDS = 10_000;

  private final Evaluator evaluator =
      new Evaluator(name -> BuiltInRoles.table().byName(name).map(BuiltInRole::id));
  private final LoweredDeployments deployments;
  private final List<PlannedDeployment> planned;
  private final DeploymentContext context;
  private final long allowed;

  PlannedEstates(
      TemplateLoader loader, List<PlannedDeployment> planned, DeploymentContext context) {
    this.deployments = new LoweredDeployments(loader, planned);
    this.planned = List.copyOf(planned);
    this.context = context;
    this.allowed = STEPS + STEPS_FOR_EACH * planned.size();
  }

  @Override
  public <T> Stream<T> map(Function<Expanded, T> use) {
    return planned.stream()
        .gather(Gatherers.windowFixed(GROUP))
        .flatMap(group -> map(group, limits(), use));
  }

  private <T> Stream<T> map(
      List<PlannedDeployment> group, Limits limits, Function<Expanded, T> use) {
    Function<PlannedDeployment, T> used =
        it -> deployments.with(it, deployment -> use.apply(expand(deployment, limits)));
    return group.size() == 1
        ? group.stream().map(used)
        : group.stream().gather(Gatherers.mapConcurrent(AT_ONCE, used));
  }

  private Limits limits() {
    return evaluator.steps() <= allowed ? Limits.DEFAULT : Limits.DEFAULT.steps(STEPS_AFTERWARDS);
  }

  private Expanded expand(LoweredDeployment it, Limits limits) {
    Estate estate = evaluator.expand(it.template(), it.parameters(), context, limits);
    return new Expanded(
        estate, it.files(), it.diagnostics(), wanted -> supposed(it, estate, wanted, limits));
  }

  private Optional<Expanded.Supposed> supposed(
      LoweredDeployment it, Estate estate, Predicate<String> wanted, Limits limits) {
    Set<Location> made =
        estate.resources().stream().map(Resource::declaredAt).collect(Collectors.toSet());
    return LeftOut.of(it, made, wanted)
        .map(left ->
            new Expanded.Supposed(
                evaluator.expand(left.template(), left.parameters(), context, limits),
                left.causes()));
  }
}
