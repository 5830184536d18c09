package dev.keylint.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/// The loops and lambdas around an expression, from the inside out, each with the depth at which it
/// stands.
///
/// @param depth how many binders are around here, so that a new one gets a name of its own
record Binders(int depth, List<Binder> all) {
  Binders {
    all = List.copyOf(all);
  }

  /// None, at a depth: what stands in a variable knows no loop around its use.
  static Binders at(int depth) {
    return new Binders(depth, List.of());
  }

  sealed interface Binder {}

  /// A loop: its copy name, the variables of a Bicep loop, what its index is here, and what it runs
  /// over when that is written again at some depth.
  record Round(
      String name,
      Optional<String> item,
      Optional<String> index,
      Tree number,
      IntFunction<Optional<Tree>> collection)
      implements Binder {}

  /// A variable of a lambda, or a parameter of a function.
  record Bound(String name, Tree tree) implements Binder {}

  /// The same binders, seen from deeper inside.
  Binders seenFrom(int deeper) {
    return new Binders(deeper, all);
  }

  /// One that makes no name of its own: a loop whose index is given.
  Binders given(Round round) {
    return new Binders(depth, with(round).all());
  }

  Binders with(Binder binder) {
    List<Binder> more = new ArrayList<>(all);
    more.addFirst(binder);
    return new Binders(depth + 1, more);
  }
}
