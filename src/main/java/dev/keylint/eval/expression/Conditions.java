package dev.keylint.eval.expression;

import dev.keylint.eval.function.KindShape;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.Term;
import dev.keylint.value.Texts;
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

  /// What it comes to: true, false, or unknown. Azure refuses a text here, `'false'` as well.
  public static Value value(Expr expr, Frame frame) {
    Run run = frame.run();
    Value value = run.bounded(frame.value(expr), "condition", expr.at());
    return switch (value) {
      case Value.Bool _ -> value;
      case Value.Unknown unknown ->
          Texts.isText(unknown) ? failed(KindShape.STRING, value, expr.at(), frame) : value;
      case Value.Null _, Value.Int _, Value.Decimal _, Value.Str _, Value.Arr _, Value.Obj _ ->
          failed(KindShape.of(value), value, expr.at(), frame);
    };
  }

  private static Value failed(KindShape kind, Value value, Location at, Frame frame) {
    String words = "a condition wants a bool, got " + kind;
    Term none = new Term.Call("fail", List.of(Terms.text(words, at)));
    return Misfit.failed(words + ", which Azure refuses", value, none, at, frame.run());
  }
}
