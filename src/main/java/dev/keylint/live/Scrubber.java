package dev.keylint.live;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Takes out of a body what looks like a secret before it is written: a container's environment is
/// readable to every Reader, and people do put keys there.
final class Scrubber {
  /// What stands in a snapshot instead of a secret.
  static final String WITHHELD = "(withheld by keylint)";

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?i).*(key|secret|password|passwd|pwd|token|sas|connection_?string|credential)s?$");
  private static final Pattern NAME_OF_SOMETHING =
      Pattern.compile("(?i).*(name|uri|url|id|vault|ref|endpoint|scope)$");

  private Scrubber() {}

  static JsonValue scrub(JsonValue value) {
    return switch (value) {
      case JsonObject object -> scrub(object);
      case JsonArray array ->
          new JsonArray(array.items().stream().map(Scrubber::scrub).toList(), array.span());
      case JsonString text -> text;
      case dev.keylint.json.JsonNumber number -> number;
      case dev.keylint.json.JsonBoolean bool -> bool;
      case dev.keylint.json.JsonNull nothing -> nothing;
    };
  }

  private static JsonObject scrub(JsonObject object) {
    Optional<String> setting = object.text("name").filter(Scrubber::isSecret);
    List<JsonMember> members =
        object.members().stream()
            .map(member ->
                hides(member, setting)
                    ? with(member, new JsonString(WITHHELD, member.value().span()))
                    : with(member, scrub(member.value())))
            .toList();
    return new JsonObject(members, object.span());
  }

  private static boolean hides(JsonMember member, Optional<String> setting) {
    if (!(member.value() instanceof JsonString text)
        || text.value().startsWith("@Microsoft.KeyVault(")) {
      return false;
    }
    String key = member.key().toLowerCase(Locale.ROOT);
    return (setting.isPresent() && key.equals("value")) || isSecret(member.key());
  }

  private static JsonMember with(JsonMember member, JsonValue value) {
    return new JsonMember(member.key(), member.keySpan(), value);
  }

  private static boolean isSecret(String name) {
    return SECRET_NAME.matcher(name).matches() && !NAME_OF_SOMETHING.matcher(name).matches();
  }
}
