package dev.keylint.check;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Names and what they stand for, innermost first.
public record Scope(String name, Result result, @Nullable Scope outer) {

  public static Scope of(String name, Result result) {
    return new Scope(name, result, null);
  }

  public Scope with(String name, Result result) {
    return new Scope(name, result, this);
  }

  Optional<Result> find(String wanted) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.name.equals(wanted)) {
        return Optional.of(scope.result);
      }
    }
    return Optional.empty();
  }
}
