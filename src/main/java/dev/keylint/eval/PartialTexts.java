package dev.keylint.eval;

import dev.keylint.eval.expression.BuiltIn;
import dev.keylint.eval.expression.ContextIds;
import dev.keylint.eval.expression.Frame;
import dev.keylint.eval.expression.FunctionCalls;
import dev.keylint.eval.run.Terms;
import dev.keylint.eval.scope.ResourceIds;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Functions of texts whose known parts decide.
final class PartialTexts {
  static final Map<String, BuiltIn> FUNCTIONS =
      Map.of("empty", PartialTexts::empty, "split", PartialTexts::split);

  private static final List<String> SCOPES =
      List.of("subscription", "resourceGroup", "managementGroup");

  private PartialTexts() {}

  /// A text with a literal part is not empty, whatever its unknown parts are.
  private static Value empty(Expr.Call call, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    boolean hasText =
        arguments.size() == 1
            && arguments.getFirst() instanceof Value.Unknown unknown
            && (isScopeId(unknown)
                || (unknown.term() instanceof Term.Concat(List<Value> parts)
                    && parts.stream().anyMatch(PartialTexts::isCertainlyText)));
    return hasText
        ? Terms.bool(false, call.at())
        : FunctionCalls.pure("empty", arguments, call.at(), frame.run());
  }

  private static boolean isCertainlyText(Value part) {
    return part instanceof Value.Str || (part instanceof Value.Unknown id && isScopeId(id));
  }

  /// The segments of a resource id; what stands between its slashes has none itself, as names and
  /// ids of subscriptions have none.
  private static Value split(Expr.Call call, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    if (arguments.size() == 2
        && arguments.getFirst() instanceof Value.Unknown text
        && arguments.getLast() instanceof Value.Str(String separator, _)
        && separator.equals("/")) {
      Optional<List<Value>> parts = idParts(text, call.at());
      if (parts.isPresent()) {
        Value spelled =
            Terms.unknown(new Term.Concat(parts.orElseThrow()), text.reason(), call.at());
        return Terms.array(ResourceIds.segments(spelled, call.at(), frame.run()), call.at());
      }
    }
    return FunctionCalls.pure("split", arguments, call.at(), frame.run());
  }

  /// The parts of an id with the id of its scope written out; empty when this is no id.
  private static Optional<List<Value>> idParts(Value.Unknown text, Location at) {
    List<Value> parts =
        text.term() instanceof Term.Concat(List<Value> all) ? all : List.of((Value) text);
    List<Value> written = new ArrayList<>();
    switch (parts.getFirst()) {
      case Value.Str(String start, _)
          when start.startsWith("/subscriptions/") || start.startsWith("/providers/") ->
          written.add(parts.getFirst());
      case Value.Unknown unknown when isScopeId(unknown) ->
          written.addAll(ContextIds.writtenOut(unknown, at));
      case Value _ -> {
        return Optional.empty();
      }
    }
    written.addAll(parts.subList(1, parts.size()));
    return Optional.of(written);
  }

  private static boolean isScopeId(Value.Unknown value) {
    return SCOPES.stream().anyMatch(scope -> ContextIds.is(value, scope, "id"));
  }
}
