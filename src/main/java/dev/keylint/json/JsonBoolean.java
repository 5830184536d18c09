package dev.keylint.json;

import dev.keylint.text.Span;

/// `true` or `false`.
public record JsonBoolean(boolean value, Span span) implements JsonValue {}
