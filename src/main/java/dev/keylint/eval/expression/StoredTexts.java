package dev.keylint.eval.expression;

import dev.keylint.eval.run.Terms;
import dev.keylint.template.Expr;
import dev.keylint.template.Parameter;
import dev.keylint.template.StoredText;
import dev.keylint.text.GoText;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/// Values as texts in the environment of azd, and back, as Go writes and reads them.
final class StoredTexts {
  static final Map<String, BuiltIn> FUNCTIONS =
      Map.of(
          StoredText.WRITTEN, StoredTexts::written,
          StoredText.PARSED, StoredTexts::parsed,
          StoredText.REFUSED, StoredTexts::refused);

  private StoredTexts() {}

  private static Value written(Expr.Call call, Frame frame) {
    return written(frame.value(call.arguments().getFirst()), type(call, frame), call.at(), frame);
  }

  private static Value written(Value value, Parameter.Type type, Location at, Frame frame) {
    return switch (value) {
      case Value.Str _ -> value;
      case Value.Null _ -> text(isStructure(type) ? "null" : "<nil>", value, at);
      case Value.Bool(boolean truth, _) -> text(String.valueOf(truth), value, at);
      case Value.Int(long number, _) -> text(GoText.number(number), value, at);
      case Value.Decimal _ -> string(value, at, frame);
      case Value.Arr _, Value.Obj _ ->
          frame.run().known(value)
              ? json(string(sorted(value), at, frame))
              : unwritten(value, type, at);
      case Value.Unknown unknown ->
          choice(unknown, it -> written(it, type, at, frame), at, frame)
              .orElseGet(() -> isText(type) ? unknown : unwritten(unknown, type, at));
    };
  }

  /// The call itself, so that it is made again with each value that a parameter may have.
  private static Value unwritten(Value value, Parameter.Type type, Location at) {
    return Terms.call(StoredText.WRITTEN, List.of(value, Terms.text(type.name(), at)), at);
  }

  /// Whether values of this type are what they are, as far as that is known.
  private static boolean isText(Parameter.Type type) {
    return switch (type) {
      case STRING, ANY -> true;
      case BOOL, INT, ARRAY, OBJECT -> false;
    };
  }

  /// The type that a call names.
  private static Parameter.Type type(Expr.Call call, Frame frame) {
    return frame.value(call.arguments().get(1)) instanceof Value.Str(String name, _)
        ? Parameter.Type.valueOf(name)
        : Parameter.Type.ANY;
  }

  /// The same of each of two values that one may turn out to be; empty for any other.
  private static Optional<Value> choice(
      Value value, UnaryOperator<Value> of, Location at, Frame frame) {
    return value instanceof Value.Unknown(Term.Call(String function, List<Value> all), _, _)
            && function.equals("if")
            && all.size() == 3
        ? Optional.of(
            Logic.choose(
                all.get(0),
                () -> of.apply(all.get(1)),
                () -> of.apply(all.get(2)),
                frame.run(),
                at))
        : Optional.empty();
  }

  private static boolean isStructure(Parameter.Type type) {
    return type == Parameter.Type.ARRAY || type == Parameter.Type.OBJECT;
  }

  private static Value text(String text, Value from, Location at) {
    return new Value.Str(text, Terms.origin(List.of(from), at));
  }

  private static Value string(Value value, Location at, Frame frame) {
    return FunctionCalls.pure("string", List.of(value), at, frame.run());
  }

  /// Go writes JSON that is fit for HTML.
  private static Value json(Value written) {
    return written instanceof Value.Str(String text, Origin origin)
        ? new Value.Str(
            text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"), origin)
        : written;
  }

  /// Go writes the members of objects in the order of their names.
  private static Value sorted(Value value) {
    return switch (value) {
      case Value.Arr(List<Value> items, Origin origin) ->
          new Value.Arr(items.stream().map(StoredTexts::sorted).toList(), origin);
      case Value.Obj(Properties members, Origin origin) ->
          new Value.Obj(
              Properties.of(
                  members.entries().stream()
                      .map(it -> it.with(sorted(it.value())))
                      .sorted(Comparator.comparing(Property::name))
                      .toList(),
                  members.unread()),
              origin);
      case Value other -> other;
    };
  }

  private static Value parsed(Expr.Call call, Frame frame) {
    Value value = frame.value(call.arguments().getFirst());
    return parsed(value, type(call, frame), call, frame);
  }

  private static Value parsed(Value value, Parameter.Type type, Expr.Call call, Frame frame) {
    return switch (value) {
      case Value.Str text -> known(text, type, call, frame);
      case Value.Unknown unknown ->
          choice(unknown, it -> parsed(it, type, call, frame), call.at(), frame)
              .orElseGet(() -> unknown(unknown, type, call, frame));
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Arr _, Value.Obj _ ->
          parsed(written(value, Parameter.Type.ANY, call.at(), frame), type, call, frame);
    };
  }

  private static Value known(Value.Str text, Parameter.Type type, Expr.Call call, Frame frame) {
    Origin origin = Terms.origin(List.of(text), call.at());
    Optional<Value> read =
        switch (type) {
          case BOOL -> GoText.bool(text.value()).map(it -> new Value.Bool(it, origin));
          case INT -> integer(text.value(), origin);
          case ARRAY, OBJECT -> {
            Optional<Value> json = JsonFunction.strictly(text, call.at(), frame.run());
            yield json.isEmpty()
                ? Optional.of(argument(3, text, type, call, frame))
                : json.filter(it -> !(it instanceof Value.Null));
          }
          case STRING, ANY -> Optional.<Value>of(text).filter(_ -> !text.value().isEmpty());
        };
    return read.orElseGet(() -> argument(2, text, type, call, frame));
  }

  /// What a call has for a text that can't be read; the call itself if it has nothing, as no claim
  /// may rest on that.
  private static Value argument(
      int index, Value.Str text, Parameter.Type type, Expr.Call call, Frame frame) {
    return index < call.arguments().size()
        ? frame.value(call.arguments().get(index))
        : Terms.call(
            StoredText.PARSED,
            List.of(text, Terms.text(type.name(), call.at())),
            new Reason.Unsupported("a text that azd can't read"),
            call.at());
  }

  private static Value unknown(
      Value.Unknown value, Parameter.Type type, Expr.Call call, Frame frame) {
    Optional<Value> structure = JsonFunction.structure(value).filter(_ -> isStructure(type));
    if (structure.isPresent()) {
      return structure.orElseThrow();
    }
    if (isText(type) && !isEmptyForSome(value)) {
      return value;
    }
    List<Value> arguments = new ArrayList<>();
    arguments.add(value);
    arguments.add(Terms.text(type.name(), call.at()));
    if (call.arguments().size() > 2
        && frame.value(call.arguments().get(2)) instanceof Value.Null otherwise) {
      arguments.add(otherwise);
    }
    return Terms.call(StoredText.PARSED, arguments, call.at());
  }

  /// Whether a parameter without a value decides that a text is empty.
  private static boolean isEmptyForSome(Value.Unknown value) {
    return !Filled.isFilled(value)
        && value.reason() instanceof Reason.MissingParameter(_, _, List<Value> allowed)
        && allowed.stream().anyMatch(it -> it instanceof Value.Str text && text.value().isEmpty());
  }

  private static Value refused(Expr.Call call, Frame frame) {
    Value value = frame.value(call.arguments().getLast());
    if (frame.value(call.arguments().getFirst()) instanceof Value.Str(String message, _)) {
      frame.run().failed(message, StoredText.REFUSED, List.of(value), call.at());
    }
    return value;
  }

  private static Optional<Value> integer(String text, Origin origin) {
    OptionalLong number = GoText.integer(text);
    return number.isPresent()
        ? Optional.of(new Value.Int(number.orElseThrow(), origin))
        : Optional.empty();
  }
}
