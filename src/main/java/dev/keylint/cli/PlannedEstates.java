package dev.keylint.cli;

import dev.keylint.eval.Evaluator;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.graph.role.BuiltInRole;
import dev.keylint.graph.role.BuiltInRoles;
import dev.keylint.plan.Interest;
import dev.keylint.plan.LoweredDeployments;
import dev.keylint.plan.PlannedDeployment;
import dev.keylint.plan.ScanPlan;
import dev.keylint.plan.TemplateLoader;
import dev.keylint.resource.Estate;
import dev.keylint.text.CallPath;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The estates of planned deployments: each is lowered and expanded, used, and let go of.
///
/// Each alone may take `Limits.DEFAULT`. When many have done so, what remains may take less each:
/// still more than nearly all real deployments need, so that a thousand hostile ones neither hold
/// up a scan for hours nor hide the others. The bound is in steps, not in time, and for each
/// deployment it is looked at when a fixed number before it has ended: two runs over the same files
/// stop at the same place.
final class PlannedEstates implements Estates {
  /// How far the work on deployments is ahead of those whose results are passed on.
  private static final int AHEAD = 64;

  /// What a scan may take before it becomes strict: 25 deployments that take all they may.
  private static final long STEPS = 25 * Limits.DEFAULT.steps();

  /// What each deployment adds to that; real ones take 1,200 steps on average.
  private static final long STEPS_FOR_EACH = 4_000;

  /// What each deployment may still take afterwards; 97 of 100 real ones take less.
  private static final long STEPS_AFTERWARDS = 10_000;

  private final TemplateLoader loader;
  private final ScanPlan plan;
  private final Interest interest;
  private final DeploymentContext context;
  private final Set<String> variables;
  private final long allowed;

  /// The declarations of which some deployment so far makes resources.
  private final Set<CallPath> made = ConcurrentHashMap.newKeySet();

  private final List<PlannedDeployment> planned = new ArrayList<>();
  private final BesideWorkflows workflows;

  /// What the deployments so far have taken.
  private long steps;

  /// What the deployments of this round came by.
  private final Set<String> reached = new HashSet<>();

  private final Set<Diagnostic> same = new HashSet<>();
  private final Set<Diagnostic> different = new HashSet<>();

  /// @param variables the names of those that some file should ask for
  PlannedEstates(
      TemplateLoader loader,
      ScanPlan plan,
      Interest interest,
      DeploymentContext context,
      Set<String> variables) {
    this.loader = loader;
    this.plan = plan;
    this.interest = interest;
    this.context = context;
    this.variables = Set.copyOf(variables);
    this.workflows = new BesideWorkflows(evaluator(), context, plan.beside().workflows());
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
            of.beside().objects().stream().map(it -> BesideObjects.of(it, evaluator(), context))));
  }

  @Override
  public List<Diagnostic> notes() {
    // With one of several parameter files it may differ, with the others not.
    Set<Location> judged = different.stream().map(Diagnostic::location).collect(Collectors.toSet());
    return Stream.of(
            different.stream(),
            same.stream().filter(note -> !judged.contains(note.location())),
            variables.stream().filter(it -> !loader.asked().contains(it)).map(this::unasked))
        .flatMap(it -> it)
        .sorted(Comparator.comparing(Diagnostic::toString))
        .toList();
  }

  /// A misspelt name would change nothing, without a word.
  private Diagnostic unasked(String variable) {
    String meant =
        Spelling.closest(variable, loader.asked())
            .map(it -> "; perhaps `" + it + "` is meant")
            .orElse("");
    return Diagnostic.of(
        Diagnostic.Kind.NOTE,
        "no file that was read asks for the variable `" + variable + "`" + meant,
        new Location.WholeFile("."));
  }

  /// The deployments that have been expanded so far, in their order.
  List<PlannedDeployment> planned() {
    return List.copyOf(planned);
  }

  /// What expanding them took.
  long steps() {
    return steps;
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
    probes.stream()
        .map(probe -> turn(lowered, probe))
        .gather(Workers.inOrder(AHEAD, Turn::probed))
        .forEachOrdered(it -> {
          possible.addAll(it.templates());
          steps += it.steps();
        });
    return plan.unreached().impossible(possible);
  }

  private <T> Stream<T> expanded(List<PlannedDeployment> round, Function<Expanded, T> use) {
    planned.addAll(round);
    LoweredDeployments lowered = new LoweredDeployments(loader, round, plan.unreached()::isLeft);
    return round.stream()
        .map(planned -> turn(lowered, planned))
        .gather(Workers.inOrder(AHEAD, turn -> turn.used(use)))
        .flatMap(this::counted);
  }

  private <T> Stream<T> counted(Turn.Used<T> used) {
    steps += used.steps();
    reached.addAll(used.reached());
    same.addAll(used.same());
    different.addAll(used.different());
    return used.made().stream();
  }

  private Turn turn(LoweredDeployments lowered, PlannedDeployment planned) {
    Limits limits = steps <= allowed ? Limits.DEFAULT : Limits.DEFAULT.steps(STEPS_AFTERWARDS);
    Expansions expansions = new Expansions(evaluator(), context, limits);
    SupposedEstates leftOut = new SupposedEstates(expansions, interest, made);
    return new Turn(
        planned, asked(planned), lowered, interest, expansions, leftOut, plan.beside(), workflows);
  }

  /// What speaks for a deployment, whatever values its template has.
  private Standing asked(PlannedDeployment planned) {
    if (plan.named().contains(planned.template())) {
      return Standing.NAMED;
    }
    boolean byProject = planned.byAzd() || plan.byProjects().contains(planned.template());
    return byProject ? Standing.BY_PROJECT : Standing.WITHOUT_VALUES;
  }

  private static Evaluator evaluator() {
    return new Evaluator(name -> BuiltInRoles.table().byName(name).map(BuiltInRole::id));
  }
}
