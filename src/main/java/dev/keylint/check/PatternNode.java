package dev.keylint.check;

import java.util.List;
import java.util.function.IntPredicate;

/// A regular expression, as a tree.
sealed interface PatternNode {
  /// One character of a set.
  record One(IntPredicate set) implements PatternNode {}

  /// One after the other.
  record Sequence(List<PatternNode> nodes) implements PatternNode {}

  /// Any of them.
  record Choice(List<PatternNode> nodes) implements PatternNode {}

  /// From `min` to `max` times; a negative `max` has no end.
  record Repeat(PatternNode node, int min, int max) implements PatternNode {}

  /// A place between characters.
  record Edge(Kind kind) implements PatternNode {
    /// Which place.
    enum Kind {
      TEXT_START,
      TEXT_END,
      LINE_START,
      LINE_END,
      WORD,
      NO_WORD
    }
  }
}
