package dev.keylint.check;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The names that an expression knows and what they stand for, innermost first.
public record Environment(String name, Result result, @Nullable Environment outer) {

  public static Environment of(String name, Result result) {
    return new Environment(name, result, null);
  }

  public Environment with(String name, Result result) {
    return new Environment(name, result, this);
  }

  Optional<Result> find(String wanted) {
    for (Environment scope = this; scope != null; scope = scope.outer) {
      if (scope.name.equals(wanted)) {
        return Optional.of(scope.result);
      }
    }
    return Optional.empty();
  }
}
