package dev.keylint.json;

import dev.keylint.text.Diagnostic;
import java.util.List;
import java.util.Optional;

/// What a text says as JSON: its value, or none together with the one error that prevents it.
public record JsonResult(Optional<JsonValue> value, List<Diagnostic> diagnostics) {
  public JsonResult {
    diagnostics = List.copyOf(diagnostics);
  }

  /// The value when it is an object, as every template and configuration is.
  public Optional<JsonObject> object() {
    return value.filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
  }
}
