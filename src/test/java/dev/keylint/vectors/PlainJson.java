package dev.keylint.vectors;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Source;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Value;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Values in one spelling, so that they can be compared: without layout, keys sorted, and unknown
/// parts as their normal form between `⟦` and `⟧`.
final class PlainJson {
  private PlainJson() {}

  static String of(Value value) {
    return switch (value) {
      case Value.Null _ -> "null";
      case Value.Bool(boolean truth, _) -> String.valueOf(truth);
      case Value.Int(long number, _) -> String.valueOf(number);
      case Value.Decimal(var number, _) -> number.toPlainString();
      case Value.Str(String text, _) -> quoted(text);
      case Value.Arr(var items, _) ->
          items.stream().map(PlainJson::of).collect(Collectors.joining(",", "[", "]"));
      case Value.Obj(var properties, _) -> {
        Map<String, String> members = new TreeMap<>();
        properties.forEach(member -> members.put(member.name(), of(member.value())));
        yield members(members);
      }
      case Value.Unknown unknown -> quoted("⟦" + NormalForm.print(unknown) + "⟧");
    };
  }

  static String of(String json) {
    return JsonReader.read(Source.of("expected", json))
        .value()
        .map(PlainJson::of)
        .orElseThrow(() -> new IllegalStateException("no JSON: " + json));
  }

  private static String of(JsonValue json) {
    return switch (json) {
      case JsonNull _ -> "null";
      case JsonBoolean(boolean truth, _) -> String.valueOf(truth);
      case JsonNumber(var number, _) -> number.toPlainString();
      case JsonString(String text, _) -> quoted(text);
      case JsonArray(var items, _) ->
          items.stream().map(PlainJson::of).collect(Collectors.joining(",", "[", "]"));
      case JsonObject object -> {
        Map<String, String> members = new TreeMap<>();
        object.members().forEach(member -> members.put(member.key(), of(member.value())));
        yield members(members);
      }
    };
  }

  private static String members(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> quoted(member.getKey()) + ":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
