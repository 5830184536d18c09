package dev.keylint.json;

import dev.keylint.text.Span;

/// A key and its value in an object; the key's span holds its quotes.
public record JsonMember(String key, Span keySpan, JsonValue value) {

  /// Key and value together, which is what a fix replaces or removes.
  public Span span() {
    return keySpan.to(value.span());
  }
}
