package dev.keylint.eval;

import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.TemplateIndex;
import dev.keylint.template.Expr;
import dev.keylint.template.UserFunction;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Calls of the functions that a template defines.
final class UserFunctions {
  private UserFunctions() {}

  /// @param frame what the call sees
  /// @param body what the body of a function sees that gets these arguments
  static Value call(
      Expr.Call call, Frame frame, TemplateIndex index, Function<Map<String, Value>, Frame> body) {
    Run run = frame.run();
    List<Value> arguments = frame.values(call.arguments());
    String namespace = call.namespace().orElse("");
    Optional<UserFunction> function = index.function(namespace, call.function());
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
      value = body.apply(bound).value(found.body());
    } finally {
      run.leave(found);
    }
    Value bounded = run.bounded(value, found.name(), call.at());
    return Origins.through(bounded, Origin.Kind.FUNCTION, found.name(), call.at());
  }
}
