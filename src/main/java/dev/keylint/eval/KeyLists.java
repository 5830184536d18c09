package dev.keylint.eval;

import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.expression.FunctionCalls;
import dev.keylint.eval.run.FunctionNames;
import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `listKeys` and its kind: secrets that Azure gives out.
final class KeyLists {
  private KeyLists() {}

  /// `list…(resource, version, ..)`, with the id of the resource and its declared version where
  /// none is written.
  static Value list(Expr.Call call, Frame frame, References references) {
    if (call.arguments().isEmpty()) {
      return FunctionCalls.wrongCount(call, "at least 1", frame);
    }
    Referent target = references.target(call.arguments().getFirst(), frame);
    List<Value> arguments = new ArrayList<>();
    arguments.add(target.id());
    for (Expr argument : call.arguments().subList(1, call.arguments().size())) {
      arguments.add(frame.value(argument));
    }
    if (arguments.size() == 1) {
      target.apiVersion().ifPresent(arguments::add);
    }
    String function = FunctionNames.canonical(call.function());
    Reason reason = new Reason.KeyOf(frame.run().plain(target.id()), function);
    return Origins.hidden(Terms.call(function, arguments, reason, call.at()));
  }

  /// `listOutputsWithSecureValues(module, version)`: the outputs of a module.
  static Value secureOutputs(Expr.Call call, Frame frame, References references) {
    if (call.arguments().isEmpty()) {
      return FunctionCalls.wrongCount(call, "at least 1", frame);
    }
    Location at = call.at();
    Referent target = references.target(call.arguments().getFirst(), frame);
    Reference outputs = Reference.full(target, Optional.empty()).member(Terms.text("outputs", at));
    return Origins.hidden(outputs.symbolic(at, frame.run()));
  }
}
