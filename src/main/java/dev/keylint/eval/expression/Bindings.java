package dev.keylint.eval.expression;

import dev.keylint.value.Value;
import java.util.Optional;

/// The variables of lambdas and loops around an expression, innermost first.
public sealed interface Bindings {
  static Bindings none() {
    return new None();
  }

  /// Nothing around.
  record None() implements Bindings {}

  /// A variable that a lambda or a Bicep loop binds.
  record Local(String name, Value value, Bindings rest) implements Bindings {}

  /// A turn of a loop; `main` tells a loop of a resource, module or output from one of a property.
  record Turn(String loop, boolean main, Value index, Bindings rest) implements Bindings {}

  /// The value of a variable; its own case first, as Bicep tells `x` from `X` and ARM doesn't.
  default Optional<Value> local(String name) {
    return find(name, false).or(() -> find(name, true));
  }

  private Optional<Value> find(String name, boolean ignoreCase) {
    Bindings here = this;
    while (true) {
      switch (here) {
        case None() -> {
          return Optional.empty();
        }
        case Local(String bound, Value value, Bindings rest) -> {
          if (ignoreCase ? bound.equalsIgnoreCase(name) : bound.equals(name)) {
            return Optional.of(value);
          }
          here = rest;
        }
        case Turn(_, _, _, Bindings rest) -> here = rest;
      }
    }
  }

  /// The index of the loop of this name.
  default Optional<Value> indexOf(String loop) {
    Bindings here = this;
    while (true) {
      switch (here) {
        case None() -> {
          return Optional.empty();
        }
        case Local(_, _, Bindings rest) -> here = rest;
        case Turn(String name, _, Value index, Bindings rest) -> {
          if (name.equalsIgnoreCase(loop)) {
            return Optional.of(index);
          }
          here = rest;
        }
      }
    }
  }

  /// The index of the loop around, as `copyIndex()` means it: of a resource, module or output
  /// before that of a property.
  default Optional<Value> nearestIndex() {
    Optional<Value> nearest = Optional.empty();
    Bindings here = this;
    while (true) {
      switch (here) {
        case None() -> {
          return nearest;
        }
        case Local(_, _, Bindings rest) -> here = rest;
        case Turn(_, boolean main, Value index, Bindings rest) -> {
          if (main) {
            return Optional.of(index);
          }
          nearest = nearest.or(() -> Optional.of(index));
          here = rest;
        }
      }
    }
  }
}
