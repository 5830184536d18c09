package dev.keylint.cli;

import dev.keylint.eval.DeploymentContext;
import dev.keylint.eval.Evaluator;
import dev.keylint.eval.Limits;
import dev.keylint.graph.BuiltInRole;
import dev.keylint.graph.BuiltInRoles;
import dev.keylint.lower.Deployment;
import dev.keylint.lower.Deployments;
import dev.keylint.lower.PlannedDeployment;
import dev.keylint.lower.TemplateLoader;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// The estates of planned deployments: each is lowered and expanded, used, and let go of.
final class PlannedEstates implements Estates {
  /// How many are worked on at a time; two a core, so that a large one does not hold up the others.
  private static final int AT_ONCE = 4;

  private final Evaluator evaluator =
      new Evaluator(name -> BuiltInRoles.table().byName(name).map(BuiltInRole::id));
  private final Deployments deployments;
  private final List<PlannedDeployment> planned;
  private final DeploymentContext context;

  PlannedEstates(
      TemplateLoader loader, List<PlannedDeployment> planned, DeploymentContext context) {
    this.deployments = new Deployments(loader, planned);
    this.planned = List.copyOf(planned);
    this.context = context;
  }

  @Override
  public <T> Stream<T> map(Function<Expanded, T> use) {
    Function<PlannedDeployment, T> used =
        it -> deployments.with(it, deployment -> use.apply(expand(deployment)));
    return planned.size() == 1
        ? planned.stream().map(used)
        : planned.stream().gather(Gatherers.mapConcurrent(AT_ONCE, used));
  }

  private Expanded expand(Deployment it) {
    return new Expanded(
        evaluator.expand(it.template(), it.parameters(), context, Limits.DEFAULT),
        it.files(),
        it.diagnostics());
  }
}
