package dev.keylint.lower.arm;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.lower.Brackets;
import java.util.List;
import java.util.stream.Stream;

/// The expressions that a nested template with outer scope keeps for its own deployment, `[[…]`.
final class EscapedTexts {
  private EscapedTexts() {}

  /// Whether there are any in a template.
  static boolean areIn(JsonObject template) {
    return values(template)
        .anyMatch(value ->
            value instanceof JsonString(String text, _)
                && Brackets.isBracketed(text)
                && text.startsWith("[[")
                && !text.startsWith("[[["));
  }

  /// Whether all of a template belongs to one scope: where one with a scope of its own stands in
  /// it, `[[…]` is a text there.
  static boolean areOfOneScope(JsonObject template) {
    return values(template)
        .noneMatch(value ->
            value instanceof JsonObject object
                && object.value("expressionEvaluationOptions").isPresent());
  }

  private static Stream<JsonValue> values(JsonValue value) {
    Stream<JsonValue> below =
        switch (value) {
          case JsonObject(List<JsonMember> members, _) ->
              members.stream().flatMap(member -> values(member.value()));
          case JsonArray(List<JsonValue> items, _) -> items.stream().flatMap(EscapedTexts::values);
          case JsonValue _ -> Stream.empty();
        };
    return Stream.concat(Stream.of(value), below);
  }
}
