package dev.keylint.cli;

import dev.keylint.eval.Evaluator;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Focus;
import dev.keylint.eval.run.Limits;
import dev.keylint.plan.LoweredDeployment;

/// Expands a deployment, once or with other suppositions, within the limits that it has.
///
/// @param evaluator that of this deployment alone, since it counts what has been taken
record Expansions(Evaluator evaluator, DeploymentContext context, Limits limits) {
  Evaluator.Expansion of(LoweredDeployment it) {
    return of(it, Focus.all());
  }

  /// A part of what is declared.
  Evaluator.Expansion of(LoweredDeployment it, Focus focus) {
    return evaluator.expansion(
        it.template(), it.parameters(), it.byVariables(), context, limits, focus);
  }

  /// Others of the same deployment: all together may take so many steps, which count here for
  /// nothing.
  Expansions apart(long steps) {
    return new Expansions(
        evaluator.apart(), context, limits.steps(Math.min(steps, limits.steps())));
  }

  /// What all of them so far have taken, in steps.
  long steps() {
    return evaluator.steps();
  }
}
