package dev.keylint.eval;

import dev.keylint.eval.expression.Concatenations;
import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.expression.FunctionCalls;
import dev.keylint.eval.expression.Loops;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Names of deployments; a Bicep module without one gets the name that the official compiler makes.
final class ModuleNames {
  /// Azure's bound on the name of a deployment, and what the made-up name adds to the symbol.
  private static final int LONGEST = 64;

  private static final int SUFFIX = 14;
  private static final int LOOP_SUFFIX = 18;

  private ModuleNames() {}

  static Value of(Declaration.Deployment module, Frame frame) {
    return module.name().map(frame::value).orElseGet(() -> madeUp(module, frame));
  }

  private static Value madeUp(Declaration.Deployment module, Frame frame) {
    Location at = module.at();
    int room = LONGEST - (module.loop().isPresent() ? LOOP_SUFFIX : SUFFIX);
    String symbol = module.symbol();
    String start = symbol.substring(0, Math.min(symbol.length(), room));
    Value deployment =
        frame.value(
            new Expr.Access(
                new Expr.Call(Optional.empty(), "deployment", List.of(), at),
                new Expr.StringLiteral("name", at),
                false,
                false,
                at));
    Value unique =
        FunctionCalls.pure(
            "uniqueString", List.of(Terms.text(symbol, at), deployment), at, frame.run());
    List<Value> parts = new ArrayList<>();
    parts.add(Terms.text(start + "-", at));
    if (module.loop().isPresent()) {
      parts.add(Loops.index(new Expr.LoopIndex(Optional.empty(), Optional.empty(), at), frame));
      parts.add(Terms.text("-", at));
    }
    parts.add(unique);
    return Concatenations.join(parts, at, frame.run());
  }
}
