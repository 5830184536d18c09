package dev.keylint.lower.arm;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonValue;
import dev.keylint.template.Parameter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the type of a parameter or output says that matters here; `$ref` is followed into the
/// template's definitions.
///
/// @param doubtful whether there are more definitions behind it than are followed
/// @param allowed the only values that the whole value may take
record ArmTypes(
    Parameter.Type type,
    boolean secure,
    boolean nullable,
    boolean doubtful,
    Optional<JsonArray> allowed) {
  private static final String DEFINITIONS = "#/definitions/";
  private static final int MAX_HOPS = 20;

  /// The type written in a parameter, an output or one of these definitions.
  static ArmTypes of(JsonObject written, Map<String, JsonValue> definitions) {
    return of(written, definitions, 0);
  }

  private static ArmTypes of(JsonObject written, Map<String, JsonValue> definitions, int hops) {
    String type = written.text("type").orElse("").toLowerCase(Locale.ROOT);
    Optional<JsonObject> definition =
        written
            .text("$ref")
            .flatMap(ArmTypes::definition)
            .flatMap(name -> ArmDeclared.find(definitions, name))
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast);
    boolean tooMany = hops >= MAX_HOPS && definition.isPresent();
    ArmTypes own =
        new ArmTypes(
            shape(type),
            type.startsWith("secure"),
            written.value("nullable").filter(ArmTypes::isTrue).isPresent(),
            tooMany,
            allowed(written, type));
    return tooMany
        ? own
        : definition.map(found -> own.over(of(found, definitions, hops + 1))).orElse(own);
  }

  /// The name of the definition that a reference leads to, in lower case; empty when it leads to
  /// none.
  static Optional<String> definition(String reference) {
    if (!reference.startsWith(DEFINITIONS)) {
      return Optional.empty();
    }
    // A JSON pointer escapes `/` and `~` (RFC 6901).
    String name = reference.substring(DEFINITIONS.length()).replace("~1", "/").replace("~0", "~");
    return Optional.of(name.toLowerCase(Locale.ROOT));
  }

  private ArmTypes over(ArmTypes base) {
    return new ArmTypes(
        type == Parameter.Type.ANY ? base.type : type,
        secure || base.secure,
        nullable || base.nullable,
        base.doubtful,
        allowed.or(() -> base.allowed));
  }

  /// For an array the values may be those that its items may take, which says nothing of the whole.
  private static Optional<JsonArray> allowed(JsonObject written, String type) {
    Optional<JsonArray> values = written.array("allowedValues");
    return type.equals("array")
        ? values.filter(all -> all.items().stream().allMatch(JsonArray.class::isInstance))
        : values;
  }

  private static Parameter.Type shape(String type) {
    return switch (type) {
      case "string", "securestring" -> Parameter.Type.STRING;
      case "int" -> Parameter.Type.INT;
      case "bool" -> Parameter.Type.BOOL;
      case "object", "secureobject" -> Parameter.Type.OBJECT;
      case "array" -> Parameter.Type.ARRAY;
      default -> Parameter.Type.ANY;
    };
  }

  private static boolean isTrue(JsonValue value) {
    return value instanceof JsonBoolean(var bool, _) && bool;
  }
}
