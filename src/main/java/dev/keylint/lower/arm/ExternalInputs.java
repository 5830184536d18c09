package dev.keylint.lower.arm;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonBoolean;
import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonNull;
import dev.keylint.json.JsonNumber;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.lower.Rewriting;
import dev.keylint.template.Expr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The inputs from outside that a parameter file defines; those of the same kind and configuration
/// are the same input, whatever names the compiler gave them.
final class ExternalInputs extends Rewriting {
  private final Map<String, String> first = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private ExternalInputs() {}

  static ExternalInputs of(JsonObject file) {
    ExternalInputs inputs = new ExternalInputs();
    Map<String, String> names = new HashMap<>();
    List<JsonMember> definitions =
        file.object("externalInputDefinitions").map(JsonObject::members).orElse(List.of());
    for (JsonMember definition : definitions) {
      String asked = written(definition.value());
      inputs.first.put(definition.key(), names.computeIfAbsent(asked, _ -> definition.key()));
    }
    return inputs;
  }

  @Override
  protected Expr replace(Expr expr, Set<String> bound) {
    return expr instanceof Expr.Call(var namespace, var function, var arguments, var at)
            && function.equalsIgnoreCase("externalInputs")
            && arguments.size() == 1
            && arguments.getFirst() instanceof Expr.StringLiteral(var name, var place)
        ? new Expr.Call(
            namespace,
            function,
            List.of(new Expr.StringLiteral(first.getOrDefault(name, name), place)),
            at)
        : expr;
  }

  /// A definition without its layout.
  private static String written(JsonValue value) {
    return switch (value) {
      case JsonNull _ -> "null";
      case JsonBoolean(var truth, _) -> String.valueOf(truth);
      case JsonNumber(var number, _) -> number.toString();
      case JsonString(var text, _) -> "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
      case JsonArray(var items, _) ->
          items.stream().map(ExternalInputs::written).toList().toString();
      case JsonObject object -> {
        Map<String, String> members = new TreeMap<>();
        object.members().forEach(member -> members.put(member.key(), written(member.value())));
        yield members.toString();
      }
    };
  }
}
