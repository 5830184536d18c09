package dev.keylint.json;

import dev.keylint.text.Span;

/// `null`, written out.
public record JsonNull(Span span) implements JsonValue {}
