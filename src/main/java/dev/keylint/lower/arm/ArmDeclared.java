package dev.keylint.lower.arm;

import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Lazy;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The names of a template's blocks as they are written, for lookups that ignore case.
///
/// @param secureTypes those of the definitions that make secrets
record ArmDeclared(
    Map<String, JsonValue> parameters,
    Map<String, JsonValue> variables,
    Map<String, JsonValue> definitions,
    Lazy<ArmSecureTypes> secureTypes) {

  static ArmDeclared of(JsonObject template) {
    Map<String, JsonValue> definitions = block(template, "definitions");
    return new ArmDeclared(
        block(template, "parameters"),
        block(template, "variables"),
        definitions,
        new Lazy<>(() -> ArmSecureTypes.of(definitions)));
  }

  static Optional<JsonValue> find(Map<String, JsonValue> block, String name) {
    return Optional.ofNullable(block.get(name.toLowerCase(Locale.ROOT)));
  }

  private static Map<String, JsonValue> block(JsonObject template, String name) {
    Map<String, JsonValue> found = new HashMap<>();
    for (JsonMember member : template.object(name).map(JsonObject::members).orElse(List.of())) {
      found.put(member.key().toLowerCase(Locale.ROOT), member.value());
    }
    return Map.copyOf(found);
  }
}
