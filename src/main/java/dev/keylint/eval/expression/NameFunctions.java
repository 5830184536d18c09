package dev.keylint.eval.expression;

import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Functions that name something: `parameters('p')`, `variables('v')`, `copyIndex('loop')`, where
/// the front end has left them as calls.
final class NameFunctions {
  static final Map<String, BuiltIn> FUNCTIONS =
      Map.of(
          "parameters",
          NameFunctions::parameters,
          "variables",
          NameFunctions::variables,
          Term.LAMBDA_VARIABLES,
          NameFunctions::lambdaVariables,
          "copyIndex",
          NameFunctions::copyIndex,
          "any",
          NameFunctions::any,
          "true",
          (call, _) -> Terms.bool(true, call.at()),
          "false",
          (call, _) -> Terms.bool(false, call.at()),
          "null",
          (call, _) -> Terms.nothing(call.at()));

  private NameFunctions() {}

  private static Value parameters(Expr.Call call, Frame frame) {
    Value name = name(call, frame);
    return name instanceof Value.Str(String known, _)
        ? frame.parameter(known, call.at())
        : Terms.call("parameters", List.of(name), call.at());
  }

  private static Value variables(Expr.Call call, Frame frame) {
    Value name = name(call, frame);
    return switch (name) {
      case Value.Str(String known, _) -> frame.variable(known, call.at());
      case Value.Unknown open ->
          frame
              .variables(open)
              .map(all -> Accesses.member(all, open, call.at(), frame.run()))
              .orElseGet(() -> Terms.call("variables", List.of(open), call.at()));
      case Value _ -> Terms.call("variables", List.of(name), call.at());
    };
  }

  private static Value lambdaVariables(Expr.Call call, Frame frame) {
    Value name = name(call, frame);
    return name instanceof Value.Str(String known, _)
        ? frame.value(new Expr.LocalRef(known, call.at()))
        : Terms.call(Term.LAMBDA_VARIABLES, List.of(name), call.at());
  }

  private static Value name(Expr.Call call, Frame frame) {
    return call.arguments().size() == 1
        ? frame.value(call.arguments().getFirst())
        : FunctionCalls.wrongCount(call, "1", frame);
  }

  private static Value copyIndex(Expr.Call call, Frame frame) {
    Optional<String> loop = Optional.empty();
    Optional<Expr> offset = Optional.empty();
    for (Expr argument : call.arguments()) {
      if (frame.value(argument) instanceof Value.Str(String name, _)) {
        loop = Optional.of(name);
      } else {
        offset = Optional.of(argument);
      }
    }
    return Loops.index(new Expr.LoopIndex(loop, offset, call.at()), frame);
  }

  private static Value any(Expr.Call call, Frame frame) {
    return call.arguments().size() == 1
        ? frame.value(call.arguments().getFirst())
        : FunctionCalls.wrongCount(call, "1", frame);
  }
}
