package dev.keylint.fix;

import dev.keylint.json.JsonMember;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonString;
import dev.keylint.json.JsonValue;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Names in expressions of an ARM template that stand for texts.
final class JsonNames {
  private JsonNames() {}

  /// The one call of `variables` or `parameters` in a piece of a template that brings this text.
  static Optional<Span> of(JsonValue root, String text, Span piece, String wanted) {
    List<Span> found = new ArrayList<>();
    if (root instanceof JsonObject template) {
      for (JsonMember it : members(template, "variables")) {
        if (it.value() instanceof JsonString(String value, _) && value.equalsIgnoreCase(wanted)) {
          found.addAll(Exchanging.places(text, piece, "variables('" + it.key() + "')"));
        }
      }
      for (JsonMember it : members(template, "parameters")) {
        if (it.value() instanceof JsonObject declared
            && declared.text("defaultValue").filter(wanted::equalsIgnoreCase).isPresent()) {
          found.addAll(Exchanging.places(text, piece, "parameters('" + it.key() + "')"));
        }
      }
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static List<JsonMember> members(JsonObject template, String kind) {
    return template.object(kind).map(JsonObject::members).orElse(List.of());
  }
}
