package dev.keylint.eval.function;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Source;
import dev.keylint.value.Properties;
import dev.keylint.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

/// JSON out of texts.
final class Jsons {
  static final List<PureFunction> FUNCTIONS =
      List.of(
          PureFunction.of(
              "json", Signature.of(Kind.TEXT), arguments -> read(arguments, arguments.text(0))),
          PureFunction.of("base64ToJson", Signature.of(Kind.TEXT), Jsons::base64ToJson));

  private Jsons() {}

  private static FunctionResult base64ToJson(Arguments arguments) {
    return Encodings.bytes(arguments.text(0))
        .map(bytes -> read(arguments, new String(bytes, StandardCharsets.UTF_8)))
        .orElseGet(() -> arguments.fail("wants a base64 string"));
  }

  private static FunctionResult read(Arguments arguments, String text) {
    return JsonReader.read(Source.of("", text))
        .value()
        .map(json -> arguments.result(value(arguments, json)))
        .orElseGet(() -> arguments.fail("can't read its argument as JSON"));
  }

  /// All parts stand where the call stands: the text may come from anywhere.
  private static Value value(Arguments to, JsonValue json) {
    return switch (json) {
      case JsonNull _ -> new Value.Null(to.origin());
      case JsonBoolean(boolean truth, _) -> new Value.Bool(truth, to.origin());
      case JsonNumber number -> number(to, number);
      case JsonString(String text, _) -> to.str(text);
      case JsonArray(List<JsonValue> items, _) ->
          to.made(items.stream().map(item -> value(to, item)).toList());
      case JsonObject object ->
          new Value.Obj(
              Properties.of(
                  object.members().stream()
                      .map(member -> to.member(member.key(), value(to, member.value())))
                      .toList()),
              to.origin());
    };
  }

  private static Value number(Arguments to, JsonNumber number) {
    OptionalLong integer = number.integer();
    return integer.isPresent()
        ? new Value.Int(integer.orElseThrow(), to.origin())
        : new Value.Decimal(number.value(), to.origin());
  }
}
