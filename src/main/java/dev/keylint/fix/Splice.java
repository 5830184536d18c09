package dev.keylint.fix;

import dev.keylint.text.Span;

/// The characters from `start` to `end` become `text`; offsets count UTF-16 units.
record Splice(int start, int end, String text) {
  static Splice insert(int at, String text) {
    return new Splice(at, at, text);
  }

  static Splice replace(Span span, String text) {
    return new Splice(span.start(), span.end(), text);
  }

  static Splice delete(int start, int end) {
    return new Splice(start, end, "");
  }

  /// How much longer the text gets.
  int growth() {
    return text.length() - (end - start);
  }
}
