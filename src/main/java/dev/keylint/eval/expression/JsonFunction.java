package dev.keylint.eval.expression;

import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonResult;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.template.Expr;
import dev.keylint.template.StoredText;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `json('…')`: the value that a text is.
final class JsonFunction {
  private JsonFunction() {}

  static Value json(Expr.Call call, Frame frame) {
    if (call.arguments().size() != 1) {
      return FunctionCalls.wrongCount(call, "1", frame);
    }
    return of(frame.value(call.arguments().getFirst()), call.at(), frame.run());
  }

  static Value of(Value argument, Location at, Run run) {
    return switch (argument) {
      case Value.Str(String text, _) -> parsed(text, argument, at, run);
      case Value.Unknown unknown ->
          structure(unknown).orElseGet(() -> Terms.call("json", List.of(unknown), at));
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Arr _, Value.Obj _ ->
          failed("`json` wants a text", argument, at, run);
    };
  }

  /// The array or object, not all of which is known, that a text is.
  static Optional<Value> structure(Value.Unknown text) {
    return text.term() instanceof Term.Call(String function, List<Value> of)
            && (function.equals(StoredText.WRITTEN)
                || (function.equals("string") && of.size() == 1))
            && (of.getFirst() instanceof Value.Arr || of.getFirst() instanceof Value.Obj)
        ? Optional.of(of.getFirst())
        : Optional.empty();
  }

  /// The value of a text that is JSON to the letter; empty if it is none.
  static Optional<Value> strictly(Value.Str text, Location at, Run run) {
    run.budget().use(text.value().length() / 16);
    Origin origin = Terms.origin(List.of(text), at);
    return JsonReader.readStrictly(text.value())
        .map(json -> run.bounded(value(json, origin), "json", at));
  }

  private static Value parsed(String text, Value argument, Location at, Run run) {
    run.budget().use(text.length() / 16);
    JsonResult result = JsonReader.read(Source.of("json", text));
    Optional<JsonValue> json = result.value();
    if (json.isEmpty()) {
      return failed("`json` can't read its text", argument, at, run);
    }
    Origin origin = Terms.origin(List.of(argument), at);
    return run.bounded(value(json.orElseThrow(), origin), "json", at);
  }

  private static Value failed(String message, Value argument, Location at, Run run) {
    return run.failed(message, "json", List.of(argument), at);
  }

  private static Value value(JsonValue json, Origin origin) {
    return switch (json) {
      case JsonNull _ -> new Value.Null(origin);
      case JsonBoolean(var truth, _) -> new Value.Bool(truth, origin);
      case JsonNumber number ->
          number.integer().isPresent()
              ? new Value.Int(number.integer().getAsLong(), origin)
              : new Value.Decimal(number.value(), origin);
      case JsonString(var text, _) -> new Value.Str(text, origin);
      case JsonArray(var items, _) ->
          new Value.Arr(items.stream().map(item -> value(item, origin)).toList(), origin);
      case JsonObject(var members, _) -> {
        List<Property> properties = new ArrayList<>(members.size());
        for (JsonMember member : members) {
          properties.add(
              new Property(
                  member.key(), origin.at(), value(member.value(), origin), origin.hiding()));
        }
        yield new Value.Obj(Properties.of(properties), origin);
      }
    };
  }
}
