package dev.keylint.eval.expression;

import dev.keylint.eval.function.FunctionResult;
import dev.keylint.eval.function.FunctionTable;
import dev.keylint.eval.function.Rendering;
import dev.keylint.eval.run.Origins;
import dev.keylint.eval.run.Reasons;
import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import dev.keylint.value.Hiding;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Texts with unknown parts: `format`, `concat` and interpolations become one concatenation.
public final class Concatenations {
  static final Map<String, BuiltIn> FUNCTIONS =
      Map.of("format", Concatenations::format, "concat", Concatenations::concat);

  private Concatenations() {}

  static Value interpolation(Expr.Interpolation interpolation, Frame frame) {
    List<Value> parts = new ArrayList<>(interpolation.parts().size());
    for (Expr part : interpolation.parts()) {
      parts.add(frame.value(part));
    }
    return join(parts, interpolation.at(), frame.run());
  }

  /// The parts side by side, each as a text; known when all are.
  public static Value join(List<Value> parts, Location at, Run run) {
    Joining joining = new Joining(at, run);
    for (Value part : parts) {
      if (part instanceof Value.Unknown(Term.Concat(List<Value> inner), _, _)) {
        inner.forEach(joining::add);
      } else {
        joining.add(part);
      }
    }
    List<Value> flat = joining.parts();
    run.budget().use(flat.size() + joining.length() / 64);
    int most = run.limits().textLength();
    if (joining.length() > most || flat.size() > most / 8) {
      String message = "a text is longer than " + most + " characters";
      return run.limited(message, new Term.Call("format", List.of()), at);
    }
    Origin origin = Terms.origin(parts, at);
    origin = parts.stream().anyMatch(Concatenations::isFixed) ? origin.filling() : origin;
    if (flat.isEmpty()) {
      return new Value.Str("", origin);
    }
    origin = origin.showing(shown(flat.getLast()));
    if (flat.size() == 1 && flat.getFirst() instanceof Value.Str text) {
      return text.at(origin);
    }
    List<Value> shorter = ContextIds.shorten(flat, at);
    if (shorter.size() == 1 && shorter.size() < flat.size()) {
      return shorter.getFirst();
    }
    Reason reason = Reasons.of(shorter, new Reason.Unsupported("format"));
    return new Value.Unknown(new Term.Concat(shorter), reason, origin);
  }

  /// Whether it is some text, whatever variables of the environment say.
  private static boolean isFixed(Value part) {
    return part instanceof Value.Str(String text, Origin origin)
        && !text.isEmpty()
        && origin.variables().isEmpty();
  }

  /// The end of a text that may be shown.
  private static String shown(Value part) {
    if (!(part instanceof Value.Str(String text, Origin origin))) {
      return "";
    }
    String end = origin.secret() ? origin.shown() : text;
    return text.endsWith(end) ? end : "";
  }

  /// Literal and unknown pieces; literal ones side by side become one.
  private static final class Joining {
    private final Location at;
    private final Run run;
    private final List<Value> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Hiding hiding = Hiding.NONE;

    /// Where in the text begins what may be shown whatever the rest is.
    private int shown;

    private long length;

    Joining(Location at, Run run) {
      this.at = at;
      this.run = run;
    }

    void add(Value part) {
      Optional<String> known = rendered(part, run);
      if (known.isEmpty()) {
        flush();
        parts.add(part);
      } else if (length <= run.limits().textLength()) {
        text.append(known.orElseThrow());
        length += known.orElseThrow().length();
        hiding = hiding.and(part.origin().hiding());
        if (part.origin().secret()) {
          shown = text.length() - Concatenations.shown(part).length();
        }
      }
    }

    private void flush() {
      if (!text.isEmpty()) {
        Value literal = Origins.hidden(Terms.text(text.toString(), at), hiding);
        parts.add(
            hiding == Hiding.NONE
                ? literal
                : literal.at(literal.origin().showing(text.substring(shown))));
        text.setLength(0);
        hiding = Hiding.NONE;
        shown = 0;
      }
    }

    List<Value> parts() {
      flush();
      return parts;
    }

    long length() {
      return length;
    }
  }

  /// A value as `format` shows it, if all of it is known.
  private static Optional<String> rendered(Value value, Run run) {
    if (value instanceof Value.Str(String text, _)) {
      return Optional.of(text);
    }
    run.visit(List.of(value), 8);
    return run.known(value) ? Optional.of(Rendering.text(value)) : Optional.empty();
  }

  private static Optional<String> formatted(String hole, Value value) {
    Location at = value.origin().at();
    return FunctionTable.find("format")
        .map(format -> format.apply(List.of(Terms.text(hole, at), value), at))
        .flatMap(result ->
            result instanceof FunctionResult.Result(Value.Str(String text, _))
                ? Optional.of(text)
                : Optional.empty());
  }

  private static Value format(Expr.Call call, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    frame.run().visit(arguments, 4);
    if (arguments.isEmpty()) {
      return FunctionCalls.wrongCount(call, "at least 1", frame);
    }
    if (!(arguments.getFirst() instanceof Value.Str(String pattern, _))) {
      return arguments.getFirst() instanceof Value.Unknown
          ? Terms.call("format", arguments, call.at())
          : FunctionCalls.pure("format", arguments, call.at(), frame.run());
    }
    List<Value> parts = new ArrayList<>();
    for (FormatPattern.Piece piece : FormatPattern.pieces(pattern)) {
      switch (piece) {
        case FormatPattern.Piece.Text(String text) -> parts.add(Terms.text(text, call.at()));
        case FormatPattern.Piece.Hole(int index, String options) -> {
          Optional<Value> filled = fill(arguments, index, options, frame.run());
          if (filled.isEmpty()) {
            return FunctionCalls.pure("format", arguments, call.at(), frame.run());
          }
          parts.add(filled.orElseThrow());
        }
        case FormatPattern.Piece.Wrong _ -> {
          return FunctionCalls.pure("format", arguments, call.at(), frame.run());
        }
      }
    }
    Value joined = join(parts, call.at(), frame.run());
    return Origins.hidden(joined, arguments.getFirst().origin().hiding());
  }

  /// What stands in a hole; empty when only the whole call can say.
  private static Optional<Value> fill(List<Value> arguments, int index, String options, Run run) {
    if (index + 1 >= arguments.size()) {
      return Optional.empty();
    }
    Value argument = arguments.get(index + 1);
    if (options.isEmpty()) {
      return Optional.of(argument);
    }
    return run.known(argument)
        ? formatted("{0" + options + "}", argument)
            .map(text -> new Value.Str(text, argument.origin()))
        : Optional.empty();
  }

  /// Texts become a text, arrays an array; with nothing but unknown ones, it is not known which.
  private static Value concat(Expr.Call call, Frame frame) {
    List<Value> arguments = frame.values(call.arguments());
    boolean open = arguments.stream().anyMatch(Value.Unknown.class::isInstance);
    boolean texts = arguments.stream().anyMatch(Concatenations::isText);
    boolean arrays = arguments.stream().anyMatch(Value.Arr.class::isInstance);
    if (texts && !arrays && arguments.stream().noneMatch(Value.Obj.class::isInstance)) {
      return join(arguments, call.at(), frame.run());
    }
    if (arrays && open) {
      return Terms.call("concat", neighbours(arguments), call.at());
    }
    return FunctionCalls.pure("concat", arguments, call.at(), frame.run());
  }

  /// Known arrays side by side become one.
  static List<Value> neighbours(List<Value> arguments) {
    List<Value> merged = new ArrayList<>();
    for (Value argument : arguments) {
      if (argument instanceof Value.Arr(List<Value> items, _)
          && !merged.isEmpty()
          && merged.getLast() instanceof Value.Arr(List<Value> before, _)) {
        List<Value> joined = new ArrayList<>(before);
        joined.addAll(items);
        merged.set(merged.size() - 1, Terms.array(joined, argument.origin().at()));
      } else {
        merged.add(argument);
      }
    }
    return merged;
  }

  private static boolean isText(Value value) {
    return value instanceof Value.Str
        || value instanceof Value.Int
        || value instanceof Value.Bool
        || (value instanceof Value.Unknown unknown && unknown.term() instanceof Term.Concat);
  }
}
