package dev.keylint.eval;

import dev.keylint.eval.expression.Conditions;
import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.run.DeploymentScope;
import dev.keylint.template.Declaration;
import dev.keylint.value.Value;
import java.util.Optional;

/// A declared resource or module, or one turn of its loop.
interface Copy extends Referent {
  Declaration declaration();

  /// What its expressions see.
  Frame frame();

  /// The full resource type.
  String type();

  /// The full name, `parent/child` for a child.
  Value name();

  /// What it is deployed to or sits on.
  DeploymentScope scope();

  /// What its condition comes to; empty when it has none.
  Optional<Value> evaluatedCondition();

  /// Its condition: false, or unknown; empty when it is certainly deployed.
  default Optional<Value> condition() {
    return evaluatedCondition().filter(Conditions::isNotTrue);
  }

  /// Whether its condition is false.
  default boolean absent() {
    return condition().filter(Value.Bool.class::isInstance).isPresent();
  }

  /// Adds what it deploys to the result of the run.
  void expand();
}
