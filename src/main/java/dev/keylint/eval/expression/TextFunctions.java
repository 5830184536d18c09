package dev.keylint.eval.expression;

import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.ScopeIds;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/// Functions of texts whose known parts decide.
final class TextFunctions {
  static final Map<String, BuiltIn> FUNCTIONS =
      Map.of(
          "empty", TextFunctions::empty,
          "split", TextFunctions::split,
          "startsWith", TextFunctions::startsWith,
          "endsWith", TextFunctions::endsWith);

  private TextFunctions() {}

  /// A text with a literal part is not empty, whatever its unknown parts are.
  private static Value empty(Expr.Call call, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    Optional<Boolean> decided =
        arguments.size() == 1 && arguments.getFirst() instanceof Value.Unknown unknown
            ? isEmpty(unknown, frame.run())
            : Optional.empty();
    return decided
        .<Value>map(empty -> Terms.bool(empty, call.at()))
        .orElseGet(() -> FunctionCalls.pure("empty", arguments, call.at(), frame.run()));
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

  /// What a text starts with, where what is known of its start decides.
  private static Value startsWith(Expr.Call call, Frame frame) {
    return edge(call, frame, (text, wanted) -> edge(text.head(), wanted, String::startsWith));
  }

  private static Value endsWith(Expr.Call call, Frame frame) {
    return edge(call, frame, (text, wanted) -> edge(text.tail(), wanted, String::endsWith));
  }

  private static Value edge(
      Expr.Call call, Frame frame, BiFunction<PartialText, String, Optional<Boolean>> decide) {
    List<Value> arguments = frame.values(call.arguments());
    Optional<Boolean> decided =
        arguments.size() == 2
                && arguments.getFirst() instanceof Value.Unknown text
                && arguments.getLast() instanceof Value.Str(String wanted, _)
            ? written(text)
                .map(it -> ScopeIds.spellOut(it).orElse(it))
                .flatMap(it -> decide.apply(it, wanted))
            : Optional.empty();
    return decided
        .<Value>map(holds -> Terms.bool(holds, call.at()))
        .orElseGet(() -> FunctionCalls.pure(call.function(), arguments, call.at(), frame.run()));
  }

  /// What is known of one end decides if all of the wanted text is in it, or if they differ.
  private static Optional<Boolean> edge(
      String known, String wanted, BiPredicate<String, String> has) {
    String end = known.toLowerCase(Locale.ROOT);
    String asked = wanted.toLowerCase(Locale.ROOT);
    if (has.test(end, asked)) {
      return Optional.of(true);
    }
    return has.test(asked, end) ? Optional.empty() : Optional.of(false);
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
