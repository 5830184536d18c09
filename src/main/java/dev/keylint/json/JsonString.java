package dev.keylint.json;

import dev.keylint.text.Source;
import dev.keylint.text.Span;

/// A JSON string without its quotes and with its escapes resolved.
public record JsonString(String value, Span span) implements JsonValue {

  /// Where the characters of the value stand in the source it was read from.
  public TextOffsets offsets(Source source) {
    return TextOffsets.of(source, span, value.length());
  }
}
