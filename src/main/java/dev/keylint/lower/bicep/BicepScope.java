package dev.keylint.lower.bicep;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The names that an expression may use: those bound nearest hide the others.
final class BicepScope {
  private final Map<String, Symbol> names;
  private final @Nullable BicepScope around;

  private BicepScope(Map<String, Symbol> names, @Nullable BicepScope around) {
    this.names = names;
    this.around = around;
  }

  /// The names of a file.
  static BicepScope of(Map<String, Symbol> names) {
    return new BicepScope(Map.copyOf(names), null);
  }

  /// This scope with more names in it.
  BicepScope with(Map<String, ? extends Symbol> inner) {
    return inner.isEmpty() ? this : new BicepScope(Map.copyOf(inner), this);
  }

  /// This scope with variables of a lambda or loop in it.
  BicepScope withLocals(Iterable<String> locals) {
    Map<String, Symbol> inner = new HashMap<>();
    for (String local : locals) {
      inner.put(local, new Symbol.Local(local));
    }
    return with(inner);
  }

  /// The names of the file alone.
  BicepScope outermost() {
    BicepScope scope = this;
    while (scope.around != null) {
      scope = scope.around;
    }
    return scope;
  }

  Optional<Symbol> find(String name) {
    for (@Nullable BicepScope scope = this; scope != null; scope = scope.around) {
      @Nullable Symbol symbol = scope.names.get(name);
      if (symbol != null) {
        return Optional.of(symbol);
      }
    }
    return Optional.empty();
  }
}
