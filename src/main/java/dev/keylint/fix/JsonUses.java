package dev.keylint.fix;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Who reads a parameter or variable of an ARM template.
final class JsonUses {
  private final String call;
  private final Set<String> properties = new HashSet<>();
  private boolean more;

  private JsonUses(String call) {
    this.call = call;
  }

  /// Why a value had better not be changed where it is written, because it decides something else,
  /// too; as a phrase.
  static Optional<String> ofShared(JsonValue root, Span value) {
    return root instanceof JsonObject template
        ? ofShared(template, "parameters", value).or(() -> ofShared(template, "variables", value))
        : Optional.empty();
  }

  private static Optional<String> ofShared(JsonObject template, String kind, Span value) {
    for (JsonMember it : template.object(kind).map(JsonObject::members).orElse(List.of())) {
      Optional<JsonValue> written =
          kind.equals("parameters") && it.value() instanceof JsonObject declared
              ? declared.value("defaultValue")
              : Optional.of(it.value());
      if (written.filter(one -> one.span().equals(value)).isPresent()) {
        JsonUses uses = new JsonUses(kind + "('" + it.key().toLowerCase(Locale.ROOT) + "')");
        template.members().stream()
            .filter(member -> !member.key().equalsIgnoreCase("outputs"))
            .forEach(member -> uses.read(member.key(), member.value()));
        String name = it.key().toLowerCase(Locale.ROOT);
        // What is called like a property that it is the value of is meant for that.
        return (uses.more || uses.properties.size() > 1)
                && uses.properties.stream().noneMatch(name::endsWith)
            ? Optional.of("`" + it.key() + "` decides other things, too")
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /// Why an object had better not get a text that is right for one of its readers, because it has
  /// several; as a phrase.
  static Optional<String> ofSeveral(JsonValue root, String text, Span object) {
    return Optional.of(root).stream()
        .filter(JsonObject.class::isInstance)
        .flatMap(it -> ((JsonObject) it).object("variables").stream())
        .flatMap(it -> it.members().stream())
        .filter(it -> it.value().span().equals(object))
        .map(JsonMember::key)
        .filter(it ->
            Pattern.compile(Pattern.quote("variables('" + it + "')"), Pattern.CASE_INSENSITIVE)
                    .matcher(text)
                    .results()
                    .count()
                > 1)
        .findFirst()
        .map(it -> "`" + it + "` decides other things, too");
  }

  private void read(String name, JsonValue value) {
    switch (value) {
      case JsonObject object -> object.members().forEach(it -> read(it.key(), it.value()));
      case JsonArray array -> array.items().forEach(it -> read(name, it));
      case JsonString(String text, _) -> {
        String expression = text.toLowerCase(Locale.ROOT);
        if (expression.equals("[" + call + "]")) {
          // Arguments of nested deployments: `{"x": {"value": …}}`.
          if (!name.equals("value")) {
            properties.add(name.toLowerCase(Locale.ROOT));
          }
        } else if (expression.startsWith("[") && expression.contains(call)) {
          more = true;
        }
      }
      case JsonNumber _, JsonBoolean _, JsonNull _ -> {}
    }
  }
}
