package dev.keylint.cli;

import dev.keylint.check.Otherwise;
import dev.keylint.eval.Evaluator;
import dev.keylint.eval.VariableSteps;
import dev.keylint.eval.run.Focus;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.Beside;
import dev.keylint.plan.Interest;
import dev.keylint.plan.LoweredDeployment;
import dev.keylint.plan.LoweredDeployments;
import dev.keylint.plan.OtherValue;
import dev.keylint.plan.PlannedDeployment;
import dev.keylint.plan.Remark;
import dev.keylint.plan.Twin;
import dev.keylint.resource.Estate;
import dev.keylint.text.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The work on one planned deployment: it and its twins are lowered, expanded, used, and let go of.
///
/// @param asked what speaks for it, whatever values its template has
record Turn(
    PlannedDeployment planned,
    Standing asked,
    LoweredDeployments lowered,
    Interest interest,
    Expansions expansions,
    SupposedEstates leftOut,
    Beside beside,
    BesideWorkflows workflows) {
  /// More other values of its environment variables are not tried.
  private static final int MOST_TRIALS = 64;

  /// What trying them may take: for most deployments enough for all.
  private static final long STEPS_OF_TRIALS = 100_000;

  /// What stays of it.
  ///
  /// @param made of the deployment, and of those twins of it that give something else
  /// @param reached the templates that it came by, if it was judged
  /// @param same notes on twins that give the same
  /// @param different notes on those that give something else
  /// @param steps what its expansions took
  record Used<T>(
      List<T> made,
      Set<String> reached,
      List<Diagnostic> same,
      List<Diagnostic> different,
      long steps) {
    Used {
      made = List.copyOf(made);
      reached = Set.copyOf(reached);
      same = List.copyOf(same);
      different = List.copyOf(different);
    }
  }

  /// What `use` makes of it; each deployment once.
  <T> Used<T> used(Function<Expanded, T> use) {
    return lowered.with(planned, root -> used(root, use));
  }

  /// What a deployment comes by that is not judged.
  ///
  /// @param steps what its expansion took
  record Probed(Set<String> templates, long steps) {
    Probed {
      templates = Set.copyOf(templates);
    }
  }

  /// The templates that it comes by; instead of `used`.
  Probed probed() {
    Set<String> templates =
        lowered.with(planned, root -> expansions.of(root).reached().templates());
    return new Probed(templates, expansions.steps());
  }

  private <T> Used<T> used(LoweredDeployment root, Function<Expanded, T> use) {
    Evaluator.Expansion expansion = expansions.of(root);
    boolean judged = planned.purpose() == PlannedDeployment.Purpose.JUDGE;
    List<T> made = new ArrayList<>();
    List<Diagnostic> same = new ArrayList<>();
    List<Diagnostic> different = new ArrayList<>();
    Expanded source = expanded(root, expansion, planned.remarks(), otherwise(root, expansion));
    if (judged) {
      made.add(use.apply(source));
    }
    for (Twin compiled : planned.twins()) {
      WorkspaceFile file = compiled.file();
      LoweredDeployment twin = lowered.twin(planned, file);
      Evaluator.Expansion other = expansions.of(twin);
      TwinComparison comparison = new TwinComparison(expansion.estate(), other.estate(), interest);
      if (comparison.isSame()
          && leftOut.lines(root, expansion).equals(leftOut.lines(twin, other))) {
        same.add(planned.same(file));
      } else {
        boolean isWhole = comparison.isComplete() && root.isWhole();
        different.add(planned.differs(file, isWhole));
        made.add(
            use.apply(
                expanded(twin, other, compiled.remarks(), List.of())
                    .compiledFrom(new Compiled(compiled, source.estate(), isWhole))));
      }
    }
    Set<String> reached = judged ? expansion.reached().templates() : Set.of();
    return new Used<>(made, reached, same, different, expansions.steps());
  }

  private Expanded expanded(
      LoweredDeployment it,
      Evaluator.Expansion expansion,
      List<Remark> remarks,
      List<Otherwise> otherwise) {
    List<Estate.Script> scripts = scripts();
    return new Expanded(
        workflows.with(expansion.estate().with(scripts), it.files()),
        it.files(),
        roots(it),
        it.diagnostics(),
        remarks,
        it.byVariables(),
        engine -> leftOut.of(it, expansion, engine).with(scripts),
        otherwise,
        () -> trusting(expansion, it).map(estate -> estate.with(scripts)),
        standing(it),
        Optional.empty());
  }

  /// The estates that there would be if variables that nobody has set had other values.
  private List<Otherwise> otherwise(LoweredDeployment root, Evaluator.Expansion expansion) {
    record Key(String variable, Optional<String> text) {}
    Map<Key, List<OtherValue>> all = new LinkedHashMap<>();
    for (OtherValue it : root.otherValues()) {
      all.computeIfAbsent(new Key(it.by().name(), it.text()), _ -> new ArrayList<>()).add(it);
    }
    Expansions trials = expansions.apart(STEPS_OF_TRIALS);
    Set<Diagnostic> known = Set.copyOf(expansion.estate().diagnostics());
    return all.values().stream()
        .limit(MOST_TRIALS)
        .map(it -> otherwise(it, trials, known))
        .toList();
  }

  /// @param same the same value of the same variable
  private Otherwise otherwise(List<OtherValue> same, Expansions trials, Set<Diagnostic> known) {
    OtherValue first = same.getFirst();
    return new Otherwise(
        first.by().name(),
        same.stream()
            .flatMap(it -> VariableSteps.of(it.by(), first.by().name(), it.at()).stream())
            .toList(),
        first.text().isEmpty(),
        () -> estate(first, trials, known));
  }

  /// Where that would take too much, or is none that the template can do with, nothing can be told.
  private Optional<Estate> estate(OtherValue value, Expansions trials, Set<Diagnostic> known) {
    if (trials.steps() >= trials.limits().steps()) {
      return Optional.empty();
    }
    return Optional.of(lowered.with(planned, value))
        .filter(value::isIn)
        .map(it -> workflows.with(trials.of(it).estate().with(scripts()), it.files()))
        .filter(it ->
            it.diagnostics().stream()
                .noneMatch(each -> each.kind().incomplete() && !known.contains(each)));
  }

  private List<Estate.Script> scripts() {
    return BesideScripts.of(beside.scripts().assigning(planned.template()), true);
  }

  private Standing standing(LoweredDeployment it) {
    return asked == Standing.WITHOUT_VALUES && it.hasValues() ? Standing.WITH_VALUES : asked;
  }

  /// The templates of a deployment, of layers more than one.
  private List<String> roots(LoweredDeployment it) {
    return planned.layers().isEmpty()
        ? List.of(it.template().source().path())
        : planned.layers().stream().map(layer -> layer.template().shown()).toList();
  }

  /// What a file gives out that stands in for a template may show a failure.
  private Optional<Estate> trusting(Evaluator.Expansion expansion, LoweredDeployment it) {
    boolean any =
        expansion.estate().resources().stream()
            .anyMatch(each -> each.deployment().standIn().isPresent());
    return any ? Optional.of(expansions.of(it, Focus.trusting()).estate()) : Optional.empty();
  }
}
