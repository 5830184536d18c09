package dev.keylint.lower.arm;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks through a type, and all that it refers to, for one that makes a value a secret.
final class ArmSecureTypes {
  private static final String SECURE = "secure";

  private final Map<String, JsonValue> definitions;
  private final Set<String> seen = new HashSet<>();

  private ArmSecureTypes(Map<String, JsonValue> definitions) {
    this.definitions = definitions;
  }

  /// Whether there is one.
  static boolean in(JsonObject type, Map<String, JsonValue> definitions) {
    return new ArmSecureTypes(definitions).in(type);
  }

  private boolean in(JsonValue value) {
    return switch (value) {
      case JsonObject(var members, _) -> {
        for (JsonMember member : members) {
          if (in(member)) {
            yield true;
          }
        }
        yield false;
      }
      case JsonArray(var items, _) -> {
        for (JsonValue item : items) {
          if (in(item)) {
            yield true;
          }
        }
        yield false;
      }
      case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ -> false;
    };
  }

  private boolean in(JsonMember member) {
    if (!(member.value() instanceof JsonString(var text, _))) {
      return in(member.value());
    }
    return switch (member.key().toLowerCase(Locale.ROOT)) {
      case "type" -> text.regionMatches(true, 0, SECURE, 0, SECURE.length());
      case "$ref" -> {
        Optional<JsonValue> found = ArmTypes.definition(definitions, text);
        yield found.isPresent() && seen.add(text) && in(found.orElseThrow());
      }
      default -> false;
    };
  }
}
