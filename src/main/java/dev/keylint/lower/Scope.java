package dev.keylint.lower;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The names that an expression may use: those bound nearest hide the others.
final class Scope {
  private final Map<String, Symbol> names;
  private final @Nullable Scope around;

  private Scope(Map<String, Symbol> names, @Nullable Scope around) {
    this.names = names;
    this.around = around;
  }

  /// The names of a file.
  static Scope of(Map<String, Symbol> names) {
    return new Scope(Map.copyOf(names), null);
  }

  /// This scope with more names in it.
  Scope with(Map<String, ? extends Symbol> inner) {
    return inner.isEmpty() ? this : new Scope(Map.copyOf(inner), this);
  }

  /// This scope with variables of a lambda or loop in it.
  Scope withLocals(Iterable<String> locals) {
    Map<String, Symbol> inner = new HashMap<>();
    for (String local : locals) {
      inner.put(local, new Symbol.Local(local));
    }
    return with(inner);
  }

  /// The names of the file alone.
  Scope outermost() {
    Scope scope = this;
    while (scope.around != null) {
      scope = scope.around;
    }
    return scope;
  }

  Optional<Symbol> find(String name) {
    for (@Nullable Scope scope = this; scope != null; scope = scope.around) {
      @Nullable Symbol symbol = scope.names.get(name);
      if (symbol != null) {
        return Optional.of(symbol);
      }
    }
    return Optional.empty();
  }
}
