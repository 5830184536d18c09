package dev.keylint.yaml;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The nodes of a document that have a name, and how much their aliases make of it.
///
/// An alias is the node itself, so a few lines could stand for billions of nodes; whoever walks the
/// tree meets no more than the bound.
final class Anchors {
  private static final int MAX_NODES = 100_000;

  private final Map<String, Named> named = new HashMap<>();
  private int nodes;
  private int deepest;

  /// @param nodes how many it consists of
  /// @param height how many levels lie below it
  private record Named(YamlNode node, int nodes, int height) {}

  /// What an alias stands for.
  sealed interface Use {
    /// A node.
    record Of(YamlNode node) implements Use {}

    /// Nothing: no node of that name is complete.
    record None() implements Use {}

    /// More than is read.
    record TooMuch() implements Use {}
  }

  /// A node starts at this depth; gives what `close` wants.
  int open(int depth) {
    deepest = Math.max(deepest, depth);
    return nodes++;
  }

  /// A node ends, and may have a name from now on.
  void close(Optional<String> name, Optional<YamlNode> node, int before, int depth) {
    if (name.isPresent() && node.isPresent()) {
      named.put(name.orElseThrow(), new Named(node.orElseThrow(), nodes - before, deepest - depth));
    }
  }

  /// The node of this name, at this depth of the document.
  Use use(String name, int depth, int maxDepth) {
    Named found = named.get(name);
    if (found == null) {
      return new Use.None();
    }
    if (nodes + found.nodes() > MAX_NODES || depth + found.height() > maxDepth) {
      return new Use.TooMuch();
    }
    nodes += found.nodes();
    deepest = Math.max(deepest, depth + found.height());
    return new Use.Of(found.node());
  }
}
