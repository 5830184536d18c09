package dev.keylint.json;

import dev.keylint.text.Span;

/// A JSON value and where it stands; the span of a string holds its quotes.
public sealed interface JsonValue
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

  /// The whole value in UTF-16 offsets, brackets and quotes included.
  Span span();
}
