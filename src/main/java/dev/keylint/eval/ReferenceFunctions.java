package dev.keylint.eval;

import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.expression.FunctionCalls;
import dev.keylint.eval.expression.Opaque;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Functions that refer to resources and modules.
final class ReferenceFunctions {
  /// By name as Azure writes it.
  static final Map<String, BuiltIns.Referring> ALL =
      Map.of(
          "reference", ReferenceFunctions::reference,
          "references", ReferenceFunctions::references,
          "resourceInfo", ReferenceFunctions::resourceInfo,
          "listOutputsWithSecureValues", KeyLists::secureOutputs);

  private ReferenceFunctions() {}

  private static Value reference(Expr.Call call, Frame frame, References references) {
    if (!FunctionCalls.fits(call.arguments(), 1, 3)) {
      return FunctionCalls.wrongCount(call, "1 to 3", frame);
    }
    Referent target = references.target(call.arguments().getFirst(), frame);
    List<Value> arguments = new ArrayList<>();
    for (Expr argument : call.arguments().subList(1, call.arguments().size())) {
      arguments.add(frame.value(argument));
    }
    boolean full =
        !arguments.isEmpty()
            && arguments.getLast() instanceof Value.Str(String text, _)
            && text.equalsIgnoreCase("full");
    Optional<Value> version =
        arguments.isEmpty() || (full && arguments.size() == 1)
            ? Optional.empty()
            : Optional.of(arguments.getFirst());
    Reference whole = Reference.full(target, target.isDeployment() ? Optional.empty() : version);
    Reference asked = full ? whole : whole.member(Terms.text("properties", call.at()));
    return asked.symbolic(call.at(), frame.run());
  }

  /// All copies of a looped resource.
  private static Value references(Expr.Call call, Frame frame, References references) {
    if (!FunctionCalls.fits(call.arguments(), 1, 2)) {
      return FunctionCalls.wrongCount(call, "1 or 2", frame);
    }
    List<Value> arguments = frame.values(call.arguments());
    boolean full = arguments.size() == 2;
    Optional<Copies> copies =
        arguments.getFirst() instanceof Value.Str(String symbol, _)
            ? references.copies(symbol)
            : Optional.empty();
    if (copies.isEmpty() || copies.orElseThrow().times().isEmpty()) {
      return FunctionCalls.irreducible(
          call, copies.map(Copies::reason).orElseGet(() -> Opaque.runtime(call)), frame);
    }
    List<Value> items = new ArrayList<>();
    for (Copy target : copies.orElseThrow().all()) {
      Reference whole = Reference.full(target, Optional.empty());
      Reference asked = full ? whole : whole.member(Terms.text("properties", call.at()));
      items.add(asked.symbolic(call.at(), frame.run()));
    }
    return Terms.array(items, call.at());
  }

  private static Value resourceInfo(Expr.Call call, Frame frame, References references) {
    return call.arguments().size() == 1
        ? References.whole(
            references.target(call.arguments().getFirst(), frame), call.at(), frame.run())
        : FunctionCalls.wrongCount(call, "1", frame);
  }
}
