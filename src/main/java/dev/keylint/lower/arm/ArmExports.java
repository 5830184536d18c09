package dev.keylint.lower.arm;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonValue;
import dev.keylint.lower.Exports;
import dev.keylint.lower.TypeNode;
import dev.keylint.template.Template;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a compiled template lets Bicep files import, as the compiler marked it in its metadata.
public final class ArmExports {
  private static final String EXPORTED_VARIABLES = "__bicep_exported_variables!";
  private static final String EXPORT = "__bicep_export!";

  private ArmExports() {}

  /// The exports of a template that was read from this object.
  public static Exports of(Template template, JsonObject root) {
    Set<String> values = new HashSet<>();
    items(root.object("metadata").flatMap(all -> all.array(EXPORTED_VARIABLES)))
        .forEach(variable -> variable.text("name").ifPresent(values::add));
    for (JsonObject group : items(root.array("functions"))) {
      values.addAll(exported(group.object("members")).keySet());
    }
    Map<String, TypeNode> types = new HashMap<>();
    ArmDeclared declared = ArmDeclared.of(root);
    exported(root.object("definitions"))
        .forEach((name, definition) ->
            types.put(name, ArmTypeNode.of(definition, declared, template.source())));
    return new Exports(template, values, types);
  }

  private static List<JsonObject> items(Optional<JsonArray> array) {
    return array.map(JsonArray::items).orElse(List.of()).stream()
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast)
        .toList();
  }

  private static Map<String, JsonObject> exported(Optional<JsonObject> block) {
    Map<String, JsonObject> found = new HashMap<>();
    for (JsonMember member : block.map(JsonObject::members).orElse(List.of())) {
      if (member.value() instanceof JsonObject object
          && object
              .object("metadata")
              .flatMap(all -> all.value(EXPORT))
              .filter(ArmExports::isTrue)
              .isPresent()) {
        found.put(member.key(), object);
      }
    }
    return found;
  }

  private static boolean isTrue(JsonValue value) {
    return value instanceof JsonBoolean(var bool, _) && bool;
  }
}
