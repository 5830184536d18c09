package dev.keylint.cli;

import dev.keylint.eval.Evaluator;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Focus;
import dev.keylint.eval.run.Limits;
import dev.keylint.graph.role.BuiltInRole;
import dev.keylint.graph.role.BuiltInRoles;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.Interest;
import dev.keylint.plan.LoweredDeployment;
import dev.keylint.plan.LoweredDeployments;
import dev.keylint.plan.PlannedDeployment;
import dev.keylint.plan.Remark;
import dev.keylint.plan.ScanPlan;
import dev.keylint.plan.TemplateLoader;
import dev.keylint.resource.Estate;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
  /// How many are worked on at a time; more than there are cores, since a large one holds up those
  /// behind it.
  private static final int AT_ONCE = 8;

  private static final int GROUP = 64;

  /// What a scan may take before it becomes strict: 25 deployments that take all they may.
  private static final long STEPS = 25 * Limits.DEFAULT.steps();

  /// What each deployment adds to that; real ones take 1,200 steps on average.
  private static final long STEPS_FOR_EACH = 4_000;

  /// What each deployment may still take afterwards; 97 of 100 real ones take less.
  private static final long STEPS_AFTERWARDS = 10_000;

  private final Evaluator evaluator =
      new Evaluator(name -> BuiltInRoles.table().byName(name).map(BuiltInRole::id));
  private final TemplateLoader loader;
  private final ScanPlan plan;
  private final Interest interest;
  private final DeploymentContext context;
  private final long allowed;

  /// What the deployments of this round came by.
  private final Set<String> reached = ConcurrentHashMap.newKeySet();

  private final List<PlannedDeployment> planned = new ArrayList<>();
  private final SupposedEstates leftOut;
  private final BesideWorkflows workflows;
  private final Set<Diagnostic> same = ConcurrentHashMap.newKeySet();
  private final Set<Diagnostic> different = ConcurrentHashMap.newKeySet();

  PlannedEstates(
      TemplateLoader loader, ScanPlan plan, Interest interest, DeploymentContext context) {
    this.loader = loader;
    this.plan = plan;
    this.interest = interest;
    this.context = context;
    this.leftOut = new SupposedEstates(evaluator, interest, context);
    this.workflows = new BesideWorkflows(evaluator, context, plan.beside().workflows());
    this.allowed = STEPS + STEPS_FOR_EACH * plan.deployments().size();
  }

  /// What is planned, then what that did not come by.
  @Override
  public <T> Stream<T> map(Function<Expanded, T> use) {
    Stream<List<PlannedDeployment>> rounds =
        Stream.iterate(plan.deployments(), round -> !round.isEmpty(), _ -> nextRound());
    return Stream.concat(
        rounds.flatMap(round -> expanded(round, use)),
        Stream.of(plan).flatMap(this::beside).map(use));
  }

  /// What is in no template, when all templates have been looked at.
  private Stream<Expanded> beside(ScanPlan of) {
    return Stream.concat(
        of.beside().scripts().asked().stream()
            .map(it ->
                Expanded.beside(
                    Estate.of(it.file(), BesideScripts.of(it.scripts(), false)),
                    List.of(it.file()))),
        Stream.concat(
            workflows.ofUnknownApps(),
            of.beside().objects().stream().map(it -> BesideObjects.of(it, evaluator, context))));
  }

  @Override
  public List<Diagnostic> notes() {
    // With one of several parameter files it may differ, with the others not.
    Set<Location> judged = different.stream().map(Diagnostic::location).collect(Collectors.toSet());
    return Stream.concat(
            different.stream(), same.stream().filter(note -> !judged.contains(note.location())))
        .sorted(Comparator.comparing(Diagnostic::toString))
        .toList();
  }

  /// The deployments that have been expanded so far, in their order.
  List<PlannedDeployment> planned() {
    return List.copyOf(planned);
  }

  private List<PlannedDeployment> nextRound() {
    Set<String> fresh = Set.copyOf(reached);
    reached.clear();
    List<PlannedDeployment> next = plan.unreached().next(fresh);
    if (!next.isEmpty()) {
      return next;
    }
    Set<String> possible = new HashSet<>();
    List<PlannedDeployment> probes = plan.unreached().probes();
    LoweredDeployments lowered = new LoweredDeployments(loader, probes);
    for (PlannedDeployment probe : probes) {
      possible.addAll(lowered.with(probe, it -> expansion(it, limits()).reached().templates()));
    }
    return plan.unreached().impossible(possible);
  }

  private <T> Stream<T> expanded(List<PlannedDeployment> round, Function<Expanded, T> use) {
    planned.addAll(round);
    LoweredDeployments lowered = new LoweredDeployments(loader, round, plan.unreached()::isLeft);
    return round.stream()
        .gather(Gatherers.windowFixed(GROUP))
        .flatMap(group -> expanded(lowered, group, limits(), use));
  }

  private <T> Stream<T> expanded(
      LoweredDeployments lowered,
      List<PlannedDeployment> group,
      Limits limits,
      Function<Expanded, T> use) {
    Function<PlannedDeployment, List<T>> used =
        it -> lowered.with(it, root -> used(lowered, it, root, limits, use));
    Stream<List<T>> all =
        group.size() == 1
            ? group.stream().map(used)
            : group.stream().gather(Gatherers.mapConcurrent(AT_ONCE, used));
    return all.flatMap(List::stream);
  }

  /// What `use` makes of a deployment, and of those twins of it that give something else.
  private <T> List<T> used(
      LoweredDeployments lowered,
      PlannedDeployment planned,
      LoweredDeployment root,
      Limits limits,
      Function<Expanded, T> use) {
    Evaluator.Expansion expansion = expansion(root, limits);
    List<T> made = new ArrayList<>();
    if (planned.purpose() == PlannedDeployment.Purpose.JUDGE) {
      reached.addAll(expansion.reached().templates());
      made.add(use.apply(expanded(planned, expansion, root, limits, planned.remarks())));
    }
    for (WorkspaceFile file : planned.twins()) {
      LoweredDeployment twin = lowered.twin(planned, file);
      Evaluator.Expansion other = expansion(twin, limits);
      TwinComparison comparison = new TwinComparison(expansion.estate(), other.estate(), interest);
      if (comparison.isSame()
          && leftOut.lines(root, expansion, limits).equals(leftOut.lines(twin, other, limits))) {
        same.add(planned.same(file));
      } else {
        different.add(planned.differs(file, comparison.isComplete() && root.isWhole()));
        List<Remark> remarks = List.of(planned.twinRemark());
        made.add(use.apply(expanded(planned, other, twin, limits, remarks)));
      }
    }
    return made;
  }

  private Limits limits() {
    return evaluator.steps() <= allowed ? Limits.DEFAULT : Limits.DEFAULT.steps(STEPS_AFTERWARDS);
  }

  private Evaluator.Expansion expansion(LoweredDeployment it, Limits limits) {
    return evaluator.expansion(it.template(), it.parameters(), context, limits);
  }

  /// What a file gives out that stands in for a template may show a failure.
  private Optional<Estate> trusting(
      Evaluator.Expansion expansion, LoweredDeployment it, Limits limits) {
    boolean any =
        expansion.estate().resources().stream()
            .anyMatch(each -> each.deployment().standIn().isPresent());
    return any
        ? Optional.of(
            evaluator
                .expansion(it.template(), it.parameters(), context, limits, Focus.trusting())
                .estate())
        : Optional.empty();
  }

  private Expanded expanded(
      PlannedDeployment planned,
      Evaluator.Expansion expansion,
      LoweredDeployment it,
      Limits limits,
      List<Remark> remarks) {
    List<Estate.Script> scripts =
        BesideScripts.of(plan.beside().scripts().assigning(planned.template()), true);
    return new Expanded(
        workflows.with(expansion.estate().with(scripts), it.files()),
        it.files(),
        it.diagnostics(),
        remarks,
        it.defaults(),
        engine -> leftOut.of(it, expansion, engine, limits).with(scripts),
        () -> trusting(expansion, it, limits).map(estate -> estate.with(scripts)),
        true);
  }
}
