package dev.keylint.json;

import dev.keylint.text.Span;
import java.util.List;

/// A JSON array.
public record JsonArray(List<JsonValue> items, Span span) implements JsonValue {
  public JsonArray {
    items = List.copyOf(items);
  }
}
