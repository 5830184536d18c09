package dev.keylint.check;

import java.util.Optional;
import java.util.function.Supplier;

/// A value that is made when it is first asked for.
final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private Optional<T> made = Optional.empty();

  Lazy(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    T value = made.orElseGet(maker);
    made = Optional.of(value);
    return value;
  }
}
