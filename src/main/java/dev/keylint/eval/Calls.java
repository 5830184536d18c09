package dev.keylint.eval;

import dev.keylint.eval.function.FunctionResult;
import dev.keylint.eval.function.FunctionTable;
import dev.keylint.eval.function.PureFunction;
import dev.keylint.template.Expr;
import dev.keylint.template.UserFunction;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Calls of functions: those that need laziness or surroundings, pure ones, the template's own.
final class Calls {
  /// Functions look at all parts of their arguments, faster than we evaluate expressions.
  private static final int PARTS_PER_STEP = 16;

  private Calls() {}

  static Value value(Expr.Call call, Frame frame) {
    if (call.namespace().isPresent() && !isBuiltIn(call.namespace().orElseThrow())) {
      return user(call.namespace().orElseThrow(), call, frame);
    }
    Optional<BuiltIns.BuiltIn> builtIn = BuiltIns.find(call.function());
    if (builtIn.isPresent()) {
      return builtIn.orElseThrow().call(call, frame);
    }
    if (FunctionTable.find(call.function()).isEmpty()
        && call.function().toLowerCase(Locale.ROOT).startsWith("list")) {
      return KeyLists.list(call, frame);
    }
    return pure(call.function(), arguments(call, frame), call.at(), frame.run());
  }

  private static boolean isBuiltIn(String namespace) {
    return namespace.equalsIgnoreCase("sys") || namespace.equalsIgnoreCase("az");
  }

  static List<Value> arguments(Expr.Call call, Frame frame) {
    List<Value> arguments = new ArrayList<>(call.arguments().size());
    for (Expr argument : call.arguments()) {
      arguments.add(Expressions.value(argument, frame));
    }
    return arguments;
  }

  /// A function that needs nothing but its arguments.
  static Value pure(String name, List<Value> arguments, Location at, Run run) {
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
        yield value;
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

  private static Value user(String namespace, Expr.Call call, Frame frame) {
    Run run = frame.run();
    List<Value> arguments = arguments(call, frame);
    Optional<UserFunction> function =
        frame.environment().index().function(namespace, call.function());
    String name = namespace + "." + call.function();
    if (function.isEmpty()) {
      return run.failed("there is no function `" + name + "`", name, arguments, call.at());
    }
    UserFunction found = function.orElseThrow();
    if (found.parameters().size() < arguments.size()) {
      return run.failed(
          "`" + name + "` takes " + found.parameters().size() + " arguments",
          name,
          arguments,
          call.at());
    }
    Map<String, Value> bound = HashMap.newHashMap(arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      bound.put(found.parameters().get(i).toLowerCase(Locale.ROOT), arguments.get(i));
    }
    if (!run.enter(found)) {
      return run.failed("`" + name + "` calls itself", name, arguments, call.at());
    }
    Value value;
    try {
      value = Expressions.value(found.body(), Frame.function(frame.environment(), bound));
    } finally {
      run.leave(found);
    }
    Value bounded = run.bounded(value, found.name(), call.at());
    return Origins.through(bounded, Origin.Kind.FUNCTION, found.name(), call.at());
  }

  /// A call with a number of arguments that Azure would refuse.
  static Value wrongCount(Expr.Call call, String expected, Frame frame) {
    List<Value> arguments = frame.run().speculate(() -> arguments(call, frame));
    String message =
        "`" + FunctionNames.canonical(call.function()) + "` takes " + expected + " arguments";
    return frame.run().failed(message, call.function(), arguments, call.at());
  }

  /// A call that no template can decide, for this reason.
  static Value irreducible(Expr.Call call, Reason reason, Frame frame) {
    return Terms.call(call.function(), arguments(call, frame), reason, call.at());
  }
}
