package dev.keylint.cli;

import dev.keylint.text.Diagnostic;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The estates of a run, each made when its turn comes.
@FunctionalInterface
interface Estates {
  /// What `use` makes of each estate, in a fixed order; perhaps asked from several threads.
  ///
  /// A few estates are there at a time, so what `use` makes of one must not hold it.
  <T> Stream<T> map(Function<Expanded, T> use);

  /// What there is to say about files of which no estate was made; known when all have been used.
  default List<Diagnostic> notes() {
    return List.of();
  }
}
