package dev.keylint.module;

import dev.keylint.text.Diagnostic;
import java.util.function.Function;

/// What was looked for, or the diagnostic that says why it is not to be had.
public sealed interface Lookup<T> {

  /// It is here.
  record Found<T>(T value) implements Lookup<T> {}

  /// It is not here, or may not be read.
  record NotFound<T>(Diagnostic why) implements Lookup<T> {}

  /// The next step of a search, taken only after a success.
  default <U> Lookup<U> then(Function<T, Lookup<U>> next) {
    return switch (this) {
      case Found<T>(var value) -> next.apply(value);
      case NotFound<T>(var why) -> new NotFound<>(why);
    };
  }
}
