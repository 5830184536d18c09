package dev.keylint.eval.expression;

import dev.keylint.eval.function.FunctionResult;
import dev.keylint.eval.function.FunctionTable;
import dev.keylint.eval.function.PureFunction;
import dev.keylint.eval.run.FunctionNames;
import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Calls of functions: what all of them share, and those that need nothing but their arguments.
public final class FunctionCalls {
  /// Functions look at all parts of their arguments, faster than we evaluate expressions.
  private static final int PARTS_PER_STEP = 16;

  /// Functions that compare or print the parts of their arguments.
  private static final Set<String> LOOKING_IN =
      Set.of("contains", "indexOf", "intersection", "join", "lastIndexOf", "max", "min", "string");

  private FunctionCalls() {}

  /// Whether a call has between `least` and `most` arguments.
  public static boolean fits(List<Expr> arguments, int least, int most) {
    return arguments.size() >= least && arguments.size() <= most;
  }

  /// A function that needs nothing but its arguments.
  public static Value pure(String name, List<Value> arguments, Location at, Run run) {
    Optional<PureFunction> function = FunctionTable.find(name);
    if (function.isEmpty()) {
      Term term = new Term.Call(FunctionNames.canonical(name), arguments);
      return run.unsupported("function `" + name + "`", term, at);
    }
    PureFunction found = function.orElseThrow();
    run.visit(arguments, PARTS_PER_STEP);
    return switch (found.apply(arguments, at)) {
      case FunctionResult.Result(Value value) -> {
        run.budget().made(value);
        yield isLookingIn(found.name(), arguments)
            ? Origins.decidedByParts(value, arguments)
            : Origins.decided(value, arguments);
      }
      case FunctionResult.Failure(String message) ->
          run.failed(message, found.name(), arguments, at);
      case FunctionResult.TooMuch(String message) -> {
        run.budget().wasted();
        yield run.limited(message, new Term.Call(found.name(), List.of()), at);
      }
      case FunctionResult.NotDecided() -> Terms.call(found.name(), arguments, at);
    };
  }

  /// In an object it looks for a name only.
  private static boolean isLookingIn(String function, List<Value> arguments) {
    return LOOKING_IN.contains(function)
        && !(function.equals("contains") && arguments.getFirst() instanceof Value.Obj);
  }

  /// A call with a number of arguments that Azure would refuse.
  public static Value wrongCount(Expr.Call call, String expected, Frame frame) {
    List<Value> arguments = frame.run().speculate(() -> frame.values(call.arguments()));
    String message =
        "`" + FunctionNames.canonical(call.function()) + "` takes " + expected + " arguments";
    return frame.run().failed(message, call.function(), arguments, call.at());
  }

  /// A call that no template can decide, for this reason.
  public static Value irreducible(Expr.Call call, Reason reason, Frame frame) {
    return Terms.call(call.function(), frame.values(call.arguments()), reason, call.at());
  }
}
