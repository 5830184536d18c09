package dev.keylint.eval.expression;

import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.ScopeIds;
import dev.keylint.value.Term;
import dev.keylint.value.TextEdges;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// Functions of texts whose known parts decide.
final class TextFunctions {
  static final Map<String, BuiltIn> FUNCTIONS =
      Map.of(
          "empty", TextFunctions::empty,
          "split", TextFunctions::split,
          "startsWith", TextFunctions::startsWith,
          "endsWith", TextFunctions::endsWith);

  private static final Set<String> CASES = Set.of("tolower", "toupper");

  private TextFunctions() {}

  /// A text with a literal part is not empty, whatever its unknown parts are.
  private static Value empty(Expr.Call call, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    Optional<Boolean> decided =
        arguments.size() == 1 ? isEmpty(arguments.getFirst(), frame.run()) : Optional.empty();
    return decided
        .<Value>map(empty -> Origins.decidedByFilling(Terms.bool(empty, call.at()), arguments))
        .orElseGet(() -> FunctionCalls.pure("empty", arguments, call.at(), frame.run()));
  }

  private static Optional<Boolean> isEmpty(Value value, Run run) {
    return switch (value) {
      case Value.Str(String text, _) -> Optional.of(text.isEmpty());
      case Value.Unknown unknown -> isEmpty(unknown, run);
      case Value _ -> Optional.empty();
    };
  }

  private static Optional<Boolean> isEmpty(Value.Unknown value, Run run) {
    return Filled.isFilled(value)
            || written(value).filter(PartialText::isCertainlyNotEmpty).isPresent()
        ? Optional.of(false)
        : PartialFunctions.isEmpty(value, run);
  }

  /// The segments of a resource id; what stands between its slashes has none itself, as names and
  /// ids of subscriptions have none.
  private static Value split(Expr.Call call, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    if (arguments.size() == 2
        && arguments.getFirst() instanceof Value.Unknown text
        && arguments.getLast() instanceof Value.Str(String separator, _)
        && separator.equals("/")) {
      Optional<PartialText> id =
          written(text.at(Origin.at(call.at())))
              .flatMap(ScopeIds::spellOut)
              .filter(TextFunctions::isId);
      if (id.isPresent()) {
        List<PartialText> segments = id.orElseThrow().split('/');
        frame.run().budget().use(segments.size());
        return Terms.array(segments.stream().map(PartialText::value).toList(), call.at());
      }
    }
    return FunctionCalls.pure("split", arguments, call.at(), frame.run());
  }

  /// Whether a text holds another in one of its known parts.
  static boolean holds(Value.Unknown text, String part) {
    return !part.isEmpty()
        && written(text)
            .map(it -> ScopeIds.spellOut(it).orElse(it))
            .filter(it -> it.chars().contains(part))
            .isPresent();
  }

  /// What a text starts with, where what is known of both starts decides.
  private static Value startsWith(Expr.Call call, Frame frame) {
    return edge(call, frame, TextEdges::startsWith);
  }

  private static Value endsWith(Expr.Call call, Frame frame) {
    return edge(call, frame, TextEdges::endsWith);
  }

  private static Value edge(
      Expr.Call call, Frame frame, BiFunction<PartialText, PartialText, Optional<Boolean>> decide) {
    List<Value> arguments = frame.values(call.arguments());
    Optional<Boolean> decided =
        arguments.size() == 2 && arguments.stream().anyMatch(Value.Unknown.class::isInstance)
            ? text(arguments.getFirst())
                .flatMap(text -> text(arguments.getLast()).flatMap(it -> decide.apply(text, it)))
            : Optional.empty();
    return decided
        .<Value>map(holds -> Origins.decided(Terms.bool(holds, call.at()), arguments))
        .orElseGet(() -> FunctionCalls.pure(call.function(), arguments, call.at(), frame.run()));
  }

  /// A text as far as it is known, in whatever case; empty for what is none.
  private static Optional<PartialText> text(Value value) {
    return switch (value) {
      case Value.Str _ -> PartialText.of(value);
      case Value.Unknown(Term.Call(String function, List<Value> arguments), _, _)
          when arguments.size() == 1 && CASES.contains(function.toLowerCase(Locale.ROOT)) ->
          text(arguments.getFirst());
      case Value.Unknown unknown ->
          Optional.of(
              written(unknown)
                  .map(it -> ScopeIds.spellOut(it).orElse(it))
                  .orElseGet(() -> PartialText.hole(unknown)));
      case Value _ -> Optional.empty();
    };
  }

  /// What is written out of a text; empty for the outcome of a function.
  private static Optional<PartialText> written(Value.Unknown text) {
    return text.term() instanceof Term.Concat || ScopeIds.isOne(text)
        ? PartialText.of(text)
        : Optional.empty();
  }

  private static boolean isId(PartialText text) {
    return text.chars().startsWith("/subscriptions/") || text.chars().startsWith("/providers/");
  }
}
