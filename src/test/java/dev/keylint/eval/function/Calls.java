package dev.keylint.eval.function;

import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.stream.Collectors;

/// Calls of functions with arguments written as JSON, and their results as text.
final class Calls {
  static final Location HERE = new Location.WholeFile("main.bicep");

  private Calls() {}

  static FunctionResult call(String function, Value... arguments) {
    return call(function, List.of(arguments));
  }

  static FunctionResult call(String function, List<Value> arguments) {
    return FunctionTable.find(function).orElseThrow().apply(arguments, HERE);
  }

  /// Calls with the items of a JSON array.
  static String show(String function, String arguments) {
    return show(call(function, ((Value.Arr) json(arguments)).items()));
  }

  /// The value as JSON, with `?` and a name for what is unknown; `fails` and `open` for the rest.
  static String show(FunctionResult result) {
    return switch (result) {
      case FunctionResult.Result(Value value) -> show(value);
      case FunctionResult.Failure _ -> "fails";
      case FunctionResult.TooMuch _ -> "is too much";
      case FunctionResult.NotDecided _ -> "open";
    };
  }

  static String show(Value value) {
    return switch (value) {
      case Value.Unknown(Term.Call(String name, _), _, _) -> "?" + name;
      case Value.Arr arr ->
          arr.items().stream().map(Calls::show).collect(Collectors.joining(",", "[", "]"));
      case Value.Obj object ->
          object.properties().entries().stream()
              .map(member -> "\"" + member.name() + "\":" + show(member.value()))
              .collect(Collectors.joining(",", "{", "}"));
      case Value known -> Rendering.json(known, '"');
    };
  }

  static Value json(String text) {
    return switch (call("json", new Value.Str(text, Origin.at(HERE)))) {
      case FunctionResult.Result(Value value) -> value;
      case FunctionResult other -> throw new IllegalStateException(text + ": " + other);
    };
  }

  static Value array(Value... items) {
    return array(List.of(items));
  }

  static Value array(List<Value> items) {
    return new Value.Arr(items, Origin.at(HERE));
  }

  static Value unknown(String name) {
    return new Value.Unknown(
        new Term.Call(name, List.of()),
        new Reason.MissingParameter(name, List.of()),
        Origin.at(HERE));
  }

  /// A text that begins and ends so, with something unknown between.
  static Value text(String start, String end) {
    return new Value.Unknown(
        new Term.Concat(List.of(json("\"" + start + "\""), unknown("p"), json("\"" + end + "\""))),
        new Reason.MissingParameter("p", List.of()),
        Origin.at(HERE));
  }
}
