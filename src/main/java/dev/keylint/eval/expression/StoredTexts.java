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
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/// Values as texts in the environment of azd, and back, as Go writes and reads them.
final class StoredTexts {
  static final Map<String, BuiltIn> FUNCTIONS =
      Map.of(StoredText.WRITTEN, StoredTexts::written, StoredText.PARSED, StoredTexts::parsed);

  private StoredTexts() {}

  private static Value written(Expr.Call call, Frame frame) {
    return written(frame.value(call.arguments().getFirst()), call, frame);
  }

  private static Value written(Value value, Expr.Call call, Frame frame) {
    Parameter.Type type = StoredText.type(call);
    return switch (value) {
      case Value.Str _ -> value;
      case Value.Null _ -> text(isStructure(type) ? "null" : "<nil>", value, call.at());
      case Value.Bool(boolean truth, _) -> text(String.valueOf(truth), value, call.at());
      case Value.Int(long number, _) -> text(GoText.number(number), value, call.at());
      case Value.Decimal _ -> string(value, call.at(), frame);
      case Value.Arr _, Value.Obj _ -> json(string(sorted(value), call.at(), frame));
      case Value.Unknown unknown ->
          choice(unknown, it -> written(it, call, frame), call.at(), frame)
              .orElseGet(() -> unknown(unknown, type, call.at(), frame));
    };
  }

  private static Value unknown(Value.Unknown value, Parameter.Type type, Location at, Frame frame) {
    return switch (type) {
      case STRING, ANY -> value;
      case INT, ARRAY, OBJECT -> string(value, at, frame);
      case BOOL ->
          FunctionCalls.pure("toLower", List.of(string(value, at, frame)), at, frame.run());
    };
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
                      .map(it -> new Property(it.name(), it.at(), sorted(it.value())))
                      .sorted(Comparator.comparing(Property::name))
                      .toList(),
                  members.unread()),
              origin);
      case Value other -> other;
    };
  }

  private static Value parsed(Expr.Call call, Frame frame) {
    return parsed(frame.value(call.arguments().getFirst()), call, frame);
  }

  private static Value parsed(Value value, Expr.Call call, Frame frame) {
    Parameter.Type type = StoredText.type(call);
    return value instanceof Value.Str text
        ? given(text, type, call.at(), frame)
            .orElseGet(() -> frame.value(call.arguments().getLast()))
        : choice(value, it -> parsed(it, call, frame), call.at(), frame)
            .orElseGet(() -> read(value, type, call.at(), frame));
  }

  /// What a known text gives; nothing if it is none of what is wanted, or empty, or null.
  private static Optional<Value> given(
      Value.Str text, Parameter.Type type, Location at, Frame frame) {
    Origin origin = Terms.origin(List.of(text), at);
    return switch (type) {
      case BOOL -> GoText.bool(text.value()).map(it -> new Value.Bool(it, origin));
      case INT -> integer(text.value(), origin);
      case ARRAY, OBJECT ->
          Optional.of(read(text, type, at, frame)).filter(it -> !(it instanceof Value.Null));
      case STRING, ANY -> Optional.<Value>of(text).filter(_ -> !text.value().isEmpty());
    };
  }

  private static Value read(Value value, Parameter.Type type, Location at, Frame frame) {
    return switch (type) {
      case BOOL -> FunctionCalls.pure("bool", List.of(value), at, frame.run());
      case INT -> FunctionCalls.pure("int", List.of(value), at, frame.run());
      case ARRAY, OBJECT -> JsonFunction.of(value, at, frame.run());
      case STRING, ANY -> value;
    };
  }

  private static Optional<Value> integer(String text, Origin origin) {
    OptionalLong number = GoText.integer(text);
    return number.isPresent()
        ? Optional.of(new Value.Int(number.orElseThrow(), origin))
        : Optional.empty();
  }
}
