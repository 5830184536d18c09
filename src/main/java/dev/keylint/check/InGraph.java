package dev.keylint.check;

import dev.keylint.graph.AccessGraph;

/// A part of the access graph with the rest of it, as its members lead on to other parts.
record InGraph<T>(AccessGraph graph, T it) {
  <U> InGraph<U> other(U other) {
    return new InGraph<>(graph, other);
  }
}
