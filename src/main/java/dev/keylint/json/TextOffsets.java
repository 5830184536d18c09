package dev.keylint.json;

import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.Optional;

/// From the index of a character in a string's value to its offset in the source, escapes counted.
public final class TextOffsets {
  private static final int UNICODE_ESCAPE = 6;

  private final int first;
  private final int[] starts;

  private final Optional<Span> whole;

  private TextOffsets(int first, int[] starts, Optional<Span> whole) {
    this.first = first;
    this.starts = starts;
    this.whole = whole;
  }

  /// The offsets of a quoted string's characters; `length` is the length of its value.
  static TextOffsets of(Source source, Span quoted, int length) {
    int first = quoted.start() + 1;
    if (quoted.length() == length + 2) {
      return new TextOffsets(first, new int[0], Optional.empty());
    }
    int[] starts = new int[length + 1];
    int at = first;
    for (int i = 0; i < length; i++) {
      starts[i] = at;
      at += width(source.text(), at);
    }
    starts[length] = at;
    return new TextOffsets(first, starts, Optional.empty());
  }

  /// All characters at the whole of one place, for a text that stands nowhere as it is.
  public static TextOffsets whole(Span place) {
    return new TextOffsets(place.start(), new int[0], Optional.of(place));
  }

  /// Offset in the source of the value's character at `index`; the value's length gives the offset
  /// of the closing quote.
  public int at(int index) {
    if (whole.isPresent()) {
      return first;
    }
    return starts.length == 0 ? first + index : starts[index];
  }

  /// The source range of the value's characters from `start` to before `end`.
  public Span span(int start, int end) {
    return whole.orElseGet(() -> new Span(at(start), at(end)));
  }

  private static int width(String text, int at) {
    if (text.charAt(at) != '\\') {
      return 1;
    }
    return text.charAt(at + 1) == 'u' ? UNICODE_ESCAPE : 2;
  }
}
