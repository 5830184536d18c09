package dev.keylint.bicep;

import dev.keylint.text.Span;

/// A token: its kind and its half-open range of offsets.
///
/// White space, comments and directives are no tokens: they are what stands between the end of one
/// token and the start of the next, so that tokens and gaps together are the file.
public record Token(TokenType type, int start, int end) {
  public Span span() {
    return new Span(start, end);
  }
}
