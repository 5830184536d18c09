package dev.keylint.text;

/// Half-open range of offsets in one source.
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalStateException("not a range: " + start + ".." + end);
    }
  }

  public int length() {
    return end - start;
  }

  /// The smallest range that holds both.
  public Span to(Span last) {
    return new Span(Math.min(start, last.start), Math.max(end, last.end));
  }
}
