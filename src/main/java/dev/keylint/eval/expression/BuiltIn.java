package dev.keylint.eval.expression;

import dev.keylint.template.Expr;
import dev.keylint.value.Value;

/// A function that needs more than the values of its arguments: laziness, unknown values, lambdas,
/// the surroundings of the deployment. It evaluates its arguments itself.
@FunctionalInterface
public interface BuiltIn {
  /// What the call gives in this frame.
  Value call(Expr.Call call, Frame frame);
}
