package dev.keylint.live;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Takes out of a body what is called or looks like a secret before it is written: a container's
/// environment is readable to every Reader, and people do put keys there.
///
/// A text is taken out as a whole: half of a connection string would be read as a value.
final class Scrubber {
  /// What stands in a snapshot instead of a secret.
  static final String WITHHELD = "(withheld by keylint)";

  private Scrubber() {}

  static JsonValue scrub(JsonValue value) {
    return scrub("", value, false);
  }

  /// @param secret whether a name around the value says that it is one
  private static JsonValue scrub(String key, JsonValue value, boolean secret) {
    return switch (value) {
      case JsonObject object -> members(key, object, secret);
      case JsonArray array ->
          new JsonArray(
              array.items().stream().map(item -> item(key, item, secret)).toList(), array.span());
      case JsonString text -> hides(key, text.value(), secret) ? withheld(text) : text;
      case JsonNumber number -> secret ? withheld(number) : number;
      case JsonBoolean bool -> bool;
      case JsonNull nothing -> nothing;
    };
  }

  private static JsonValue item(String key, JsonValue item, boolean secret) {
    return item instanceof JsonObject object
        ? members("", object, secret)
        : scrub(key, item, secret);
  }

  private static JsonObject members(String key, JsonObject object, boolean secret) {
    boolean named =
        secret
            || Stream.of("name", "displayName", "key")
                .anyMatch(it -> object.text(it).filter(SecretShapes::isSecretName).isPresent());
    boolean map = SecretShapes.isSecretMap(key);
    List<JsonMember> members = new ArrayList<>();
    for (JsonMember member : object.members()) {
      boolean hidden =
          SecretShapes.isSecretName(member.key())
              || (named && SecretShapes.isHolder(member.key()))
              || (map && !SecretShapes.isIdentifier(member.key()));
      members.add(
          new JsonMember(
              member.key(), member.keySpan(), scrub(member.key(), member.value(), hidden)));
    }
    return new JsonObject(members, object.span());
  }

  private static boolean hides(String key, String text, boolean secret) {
    return !SecretShapes.isVaultReference(text)
        && (secret || (!SecretShapes.isIdentifier(key) && SecretShapes.isSecret(text)));
  }

  private static JsonString withheld(JsonValue secret) {
    return new JsonString(WITHHELD, secret.span());
  }
}
