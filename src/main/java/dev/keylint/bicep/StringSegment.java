package dev.keylint.bicep;

import dev.keylint.text.Span;

/// A piece of text of a string, unescaped; the span holds its raw characters without quotes, `${`
/// and `}`.
public record StringSegment(String text, Span span) {}
