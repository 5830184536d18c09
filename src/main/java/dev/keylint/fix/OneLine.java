package dev.keylint.fix;

import dev.keylint.text.Cut;
import dev.keylint.text.Span;

/// A piece of a file as a sentence quotes it.
final class OneLine {
  private static final int MOST = 60;

  private OneLine() {}

  /// The beginning of what stands at a place, on one line.
  static String of(String text, Span at) {
    return Cut.to(text.substring(at.start(), at.end()).replaceAll("\\s+", " "), MOST);
  }
}
