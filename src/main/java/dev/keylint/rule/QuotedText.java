package dev.keylint.rule;

import java.util.Arrays;
import java.util.Optional;

/// Maps the characters of a quoted YAML scalar to those it was written with.
final class QuotedText {
  private QuotedText() {}

  /// For each character of `text`, and the end, its offset in `raw`, the scalar as written; empty
  /// when it was folded over lines.
  static Optional<int[]> offsets(String raw, String text) {
    if (raw.equals(text)) {
      int[] same = new int[text.length() + 1];
      Arrays.setAll(same, it -> it);
      return Optional.of(same);
    }
    boolean quoted = raw.length() >= 2 && (raw.charAt(0) == '"' || raw.charAt(0) == '\'');
    if (!quoted || raw.indexOf('\n') >= 0) {
      return Optional.empty();
    }
    int[] offsets = new int[text.length() + 1];
    int at = 1;
    for (int i = 0; i < text.length(); i++) {
      if (at >= raw.length() - 1) {
        return Optional.empty();
      }
      offsets[i] = at;
      boolean pair = Character.isHighSurrogate(text.charAt(i)) && raw.charAt(at) == '\\';
      if (pair) {
        offsets[++i] = at;
      }
      at += width(raw, at);
    }
    offsets[text.length()] = at;
    return at == raw.length() - 1 ? Optional.of(offsets) : Optional.empty();
  }

  /// How many characters of the quoted text make one of the value.
  private static int width(String raw, int at) {
    if (raw.charAt(0) == '\'') {
      return raw.charAt(at) == '\'' ? 2 : 1;
    }
    if (raw.charAt(at) != '\\') {
      return 1;
    }
    return switch (raw.charAt(at + 1)) {
      case 'x' -> 4;
      case 'u' -> 6;
      case 'U' -> 10;
      default -> 2;
    };
  }
}
