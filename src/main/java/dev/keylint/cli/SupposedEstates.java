package dev.keylint.cli;

import dev.keylint.check.Engine;
import dev.keylint.eval.Evaluator;
import dev.keylint.eval.run.Focus;
import dev.keylint.graph.GraphSources;
import dev.keylint.plan.Interest;
import dev.keylint.plan.LeftOut;
import dev.keylint.plan.LeftOutInterest;
import dev.keylint.plan.LeftOutKeys;
import dev.keylint.plan.LoweredDeployment;
import dev.keylint.plan.Reached;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.template.ByVariable;
import dev.keylint.text.CallPath;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What a deployment leaves out, and its estates with that.
///
/// @param made the declarations of which some deployment so far makes resources: none of them is
///   left out, so none is supposed otherwise once more; added to, by several threads
record SupposedEstates(Expansions expansions, Interest interest, Set<CallPath> made) {
  /// What a deployment leaves out, but for what another one makes.
  Expanded.Supposed of(LoweredDeployment it, Evaluator.Expansion expansion, Engine engine) {
    Set<CallPath> here = made(expansion, engine::looksAt);
    made.addAll(here);
    LeftOutInterest search =
        new LeftOutInterest(
            engine::looksAt,
            GraphSources::mayGrant,
            engine::evidence,
            new LeftOutKeys(engine::looksForKeysIn, GraphSources::mayHaveKeys),
            false);
    LeftOut.Found found = LeftOut.of(it, reached(expansion), search);
    List<Expanded.Trial> trials = new ArrayList<>();
    for (LeftOut left : found.parts()) {
      // A call may lack a role here that another deployment assigns.
      if (!made.containsAll(left.declarations()) || left.hasAny(GraphSources::mayGrant)) {
        Focus focus = Focus.on(each -> interest.covers(each.type()));
        trials.add(new Expanded.Trial(tried(left, focus), left.made(), left::cause));
      }
    }
    return new Expanded.Supposed(here, found.declarations(), trials, found.problems());
  }

  /// All that a deployment leaves out, as it would be made, in no order.
  List<String> lines(LoweredDeployment it, Evaluator.Expansion expansion) {
    List<String> lines = new ArrayList<>();
    LeftOutInterest search =
        new LeftOutInterest(
            interest.grave(), _ -> false, interest.evidence(), LeftOutKeys.NONE, true);
    for (LeftOut left : LeftOut.of(it, reached(expansion), search).parts()) {
      Set<CallPath> all = left.declarations();
      Set<Location> places = all.stream().map(CallPath::last).collect(Collectors.toSet());
      Focus focus = Focus.only(each -> places.contains(each.at()));
      lines.addAll(TwinComparison.lines(tried(left, focus), each -> all.contains(each.path())));
    }
    Collections.sort(lines);
    return lines;
  }

  /// The estate when all has been supposed that it takes.
  private Estate tried(LeftOut left, Focus focus) {
    Evaluator.Expansion expansion;
    do {
      expansion = expansions.of(left.supposed(), focus);
    } while (left.goOn(reached(expansion)));
    return expansion.estate();
  }

  private static Reached reached(Evaluator.Expansion expansion) {
    return new Reached(
        expansion.reached().calls(),
        expansion.reached().turned(),
        expansion.reached().made(),
        expansion.reached().keptOutBy().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, it -> byVariables(it.getValue()))));
  }

  private static List<ByVariable> byVariables(List<Origin.Step> steps) {
    List<ByVariable> all = new ArrayList<>();
    for (Origin.Step step : steps) {
      step.variable().ifPresent(it -> all.add(byVariable(step, it)));
    }
    return all;
  }

  private static ByVariable byVariable(Origin.Step step, Origin.Variable variable) {
    if (step.kind() == Origin.Kind.GIVEN) {
      return new ByVariable.Given(variable.name(), variable.option());
    }
    return step.kind() == Origin.Kind.UNSET
        ? new ByVariable.Default(variable.name(), step.name(), false)
        : new ByVariable.Empty(variable.name());
  }

  /// Those of some types, also where another one overwrites what they make.
  private static Set<CallPath> made(Evaluator.Expansion expansion, Predicate<String> types) {
    Set<Location> places = new HashSet<>();
    for (Resource resource : expansion.estate().resources()) {
      if (types.test(resource.type().name())) {
        places.add(resource.declaredAt());
        places.addAll(resource.earlier());
      }
    }
    if (places.isEmpty()) {
      return Set.of();
    }
    return expansion.reached().made().stream()
        .filter(path -> places.contains(path.last()))
        .collect(Collectors.toSet());
  }
}
