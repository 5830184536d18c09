package dev.keylint.eval;

import dev.keylint.eval.choice.Resubstitution;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Focus;
import dev.keylint.eval.run.LimitReached;
import dev.keylint.eval.run.Limits;
import dev.keylint.eval.run.Reached;
import dev.keylint.eval.run.RoleNames;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.TemplateIndex;
import dev.keylint.resource.DeployedOutput;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Gap;
import dev.keylint.resource.ModuleCall;
import dev.keylint.resource.Resource;
import dev.keylint.template.ByVariable;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// From templates to the resources that they deploy.
///
/// Safe for several threads; keeps nothing of what it has expanded.
public final class Evaluator {
  private final RoleNames roles;
  private final AtomicLong steps = new AtomicLong();

  public Evaluator(RoleNames roles) {
    this.roles = roles;
  }

  /// One that counts for itself what it takes.
  public Evaluator apart() {
    return new Evaluator(roles);
  }

  /// Expands a root template, with the values of a parameter file, into all resources it deploys.
  ///
  /// Nothing that a template says makes this fail: what can't be evaluated is an unknown value, and
  /// a diagnostic of the estate says why.
  public Estate expand(
      Template root, Optional<ParameterFile> parameters, DeploymentContext context, Limits limits) {
    return expansion(root, parameters, context, limits).estate();
  }

  /// What a root template deploys, and what was come by.
  public record Expansion(Estate estate, Reached reached) {}

  /// The same, with what was come by.
  public Expansion expansion(
      Template root, Optional<ParameterFile> parameters, DeploymentContext context, Limits limits) {
    return expansion(root, parameters, Map.of(), context, limits, Focus.all());
  }

  /// The same, of a part of what is declared.
  ///
  /// @param byVariables by which environment variables values are what they are, by the places of
  ///   these
  public Expansion expansion(
      Template root,
      Optional<ParameterFile> parameters,
      Map<Location, List<ByVariable>> byVariables,
      DeploymentContext context,
      Limits limits,
      Focus focus) {
    IdentityHashMap<Template, TemplateIndex> indexes = new IdentityHashMap<>();
    Run run =
        new Run(
            context,
            roles,
            limits,
            focus,
            template -> indexes.computeIfAbsent(template, TemplateIndex::new));
    return DeepThread.call(
        () -> new Expansion(expand(root, parameters, byVariables, run), run.reached()));
  }

  /// What all expansions so far have taken of `Limits.steps` and `Limits.parts`.
  public long steps() {
    return steps.get();
  }

  private Estate expand(
      Template root,
      Optional<ParameterFile> parameters,
      Map<Location, List<ByVariable>> byVariables,
      Run run) {
    Set<String> secrets = new HashSet<>();
    Optional<String> file = parameters.map(given -> given.source().path());
    DeploymentPath path = DeploymentPath.of(root.source().path(), file);
    List<DeployedOutput> outputs = new ArrayList<>();
    List<ModuleCall> modules = List.of();
    List<Resource> resources;
    Writes writes = new Writes();
    try {
      if (run.focus().isAll()) {
        secrets.addAll(SecretLiterals.of(root, parameters, run::index));
      }
      Instance instance = RootDeployment.of(root, parameters, byVariables, run, path, writes::add);
      instance.expand();
      outputs.addAll(instance.outputs().all(path));
      resources = writes.settled(run);
      modules = modules(instance, root, run);
    } catch (LimitReached e) {
      stop(String.valueOf(e.getMessage()), root, run);
      resources = writes.unordered(run);
    } catch (StackOverflowError | OutOfMemoryError e) {
      // The last resort: the limits are meant to be reached first.
      stop("the expansion needs more memory than there is", root, run);
      resources = writes.unordered(run);
    }
    steps.addAndGet(run.budget().spent());
    secrets.addAll(run.secrets());
    return new Estate(
            path.label(),
            false,
            resources,
            outputs,
            modules,
            run.gaps(),
            run.diagnostics(),
            secrets)
        .with(new Resubstitution(roles));
  }

  /// What of modules is judged for itself; not where a part of the deployment is asked for.
  private static List<ModuleCall> modules(Instance instance, Template root, Run run) {
    try {
      return run.focus().isAll() ? ModuleCalls.of(instance) : List.of();
    } catch (LimitReached e) {
      stop(String.valueOf(e.getMessage()), root, run);
      return List.of();
    }
  }

  private static void stop(String message, Template root, Run run) {
    run.report(
        Diagnostic.of(Diagnostic.Kind.LIMIT, message, root.at())
            .help("the rest of this deployment is not checked"));
    run.add(new Gap("the rest of the deployment", List.of(), List.of(), root.at()));
  }
}
