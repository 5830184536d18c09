package dev.keylint.eval.expression;

import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// Conditions of resources, modules and outputs.
public final class Conditions {
  private Conditions() {}

  /// The condition unless it is true: false, or an unknown value.
  public static Optional<Value> of(Optional<Expr> condition, Frame frame) {
    return condition.map(expr -> value(expr, frame)).filter(Conditions::isNotTrue);
  }

  /// Whether what is deployed under such a condition may be left out.
  public static boolean isNotTrue(Value condition) {
    return !(condition instanceof Value.Bool(boolean truth, _) && truth);
  }

  /// What it comes to: true, false, or unknown.
  public static Value value(Expr expr, Frame frame) {
    Run run = frame.run();
    Value value = run.bounded(frame.value(expr), "condition", expr.at());
    return switch (value) {
      case Value.Bool _, Value.Unknown _ -> value;
      case Value.Str(String text, _) when text.equalsIgnoreCase("true") ->
          Origins.decided(Terms.bool(true, expr.at()), value);
      case Value.Str(String text, _) when text.equalsIgnoreCase("false") ->
          Origins.decided(Terms.bool(false, expr.at()), value);
      case Value.Null _, Value.Int _, Value.Decimal _, Value.Str _, Value.Arr _, Value.Obj _ ->
          failed(value, expr.at(), frame);
    };
  }

  private static Value failed(Value value, Location at, Frame frame) {
    Term term = new Term.Call("bool", List.of(value));
    return frame.run().failed("a condition wants a bool", term, at);
  }
}
