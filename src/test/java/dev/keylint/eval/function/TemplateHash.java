package dev.keylint.eval.function;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The `templateHash` that Bicep writes into a template: only a test needs it, it shows that our
/// hash is Azure's on texts of any length.
///
/// It is taken of the minified template in upper case, without its own hash, with the best known
/// keys first.
final class TemplateHash {
  private static final String TOP =
      "$schema languageVersion contentVersion definitions parameters functions variables resources"
          + " outputs metadata";
  private static final String PARAMETER =
      "$ref defaultValue minLength maxLength allowedValues items minValue maxValue nullable type"
          + " metadata properties additionalProperties";
  private static final String DEFINITION =
      "$ref type metadata allowedValues nullable properties additionalProperties minValue maxValue"
          + " minLength maxLength items discriminator";
  private static final String RESOURCE =
      "type apiVersion name existing location extendedLocation dependsOn tags plan sku kind zones"
          + " identity properties scope subscriptionId resourceGroup copy condition";
  private static final String OUTPUT =
      "$ref copy nullable items type value metadata properties additionalProperties";

  private TemplateHash() {}

  static long of(JsonObject template) {
    JsonObject ordered = order(template, TOP, Map.of());
    ordered = change(ordered, "parameters", members(value -> ordered(value, PARAMETER)));
    ordered = change(ordered, "definitions", members(TemplateHash::definition));
    ordered = change(ordered, "resources", members(value -> ordered(value, RESOURCE)));
    ordered = change(ordered, "outputs", members(value -> ordered(value, OUTPUT)));
    ordered = change(ordered, "metadata", TemplateHash::withoutHash);
    StringBuilder upper = new StringBuilder();
    minified(ordered).codePoints().map(Character::toUpperCase).forEach(upper::appendCodePoint);
    return Murmur64.hash(upper.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static JsonValue ordered(JsonValue value, String first) {
    return value instanceof JsonObject object ? order(object, first, Map.of()) : value;
  }

  private static JsonValue definition(JsonValue value) {
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    UnaryOperator<JsonValue> each = members(TemplateHash::definition);
    return order(
        object,
        DEFINITION,
        Map.of(
            "properties",
            each,
            "prefixItems",
            each,
            "items",
            TemplateHash::definition,
            "additionalProperties",
            TemplateHash::definition,
            "discriminator",
            mapping -> change((JsonObject) mapping, "mapping", each)));
  }

  private static JsonValue withoutHash(JsonValue metadata) {
    return change(
        (JsonObject) metadata,
        "_generator",
        generator ->
            new JsonObject(
                ((JsonObject) generator)
                    .members().stream()
                        .filter(member -> !member.key().equals("templateHash"))
                        .toList(),
                generator.span()));
  }

  /// Applies a change to each member of an object, or each item of an array.
  private static UnaryOperator<JsonValue> members(UnaryOperator<JsonValue> change) {
    return value ->
        switch (value) {
          case JsonObject object ->
              new JsonObject(
                  object.members().stream()
                      .map(member ->
                          new JsonMember(
                              member.key(), member.keySpan(), change.apply(member.value())))
                      .toList(),
                  object.span());
          case JsonArray array ->
              new JsonArray(array.items().stream().map(change).toList(), array.span());
          case JsonValue other -> other;
        };
  }

  private static JsonObject change(JsonObject object, String key, UnaryOperator<JsonValue> change) {
    return order(object, "", Map.of(key, change));
  }

  private static JsonObject order(
      JsonObject object, String first, Map<String, UnaryOperator<JsonValue>> changes) {
    List<String> keys = List.of(first.split(" "));
    List<JsonMember> members =
        object.members().stream()
            .sorted(Comparator.comparingInt(member -> rank(keys, member.key())))
            .map(member ->
                new JsonMember(
                    member.key(),
                    member.keySpan(),
                    changes
                        .getOrDefault(member.key(), UnaryOperator.identity())
                        .apply(member.value())))
            .toList();
    return new JsonObject(members, object.span());
  }

  private static int rank(List<String> keys, String key) {
    int rank = keys.indexOf(key);
    return rank < 0 ? keys.size() : rank;
  }

  private static String minified(JsonValue json) {
    return switch (json) {
      case JsonNull _ -> "null";
      case JsonBoolean(boolean truth, _) -> Boolean.toString(truth);
      case JsonNumber number -> number.value().toPlainString();
      case JsonString(String text, _) -> string(text);
      case JsonArray(List<JsonValue> items, _) ->
          items.stream().map(TemplateHash::minified).collect(Collectors.joining(",", "[", "]"));
      case JsonObject object ->
          object.members().stream()
              .map(member -> string(member.key()) + ":" + minified(member.value()))
              .collect(Collectors.joining(",", "{", "}"));
    };
  }

  private static String string(String text) {
    return Rendering.json(new Value.Str(text, Origin.at(Calls.HERE)), '"');
  }
}
