package dev.keylint.bicep;

import dev.keylint.text.Span;
import java.util.List;

/// The range of a node, and what stands in it in place of punctuation that the grammar wants there.
///
/// Nodes of a faultless file have nothing skipped.
public record Extent(int start, int end, List<Skipped> skipped) {
  public Extent {
    skipped = List.copyOf(skipped);
  }

  /// The range of a node in which nothing was skipped.
  public static Extent of(int start, int end) {
    return new Extent(start, end, List.of());
  }

  public Span span() {
    return new Span(start, end);
  }
}
