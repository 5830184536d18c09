package dev.keylint.plan;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value made at its first use, once, whichever thread asks.
final class Lazy<T> {
  private final Supplier<T> supplier;
  private volatile @Nullable T value;

  Lazy(Supplier<T> supplier) {
    this.supplier = supplier;
  }

  T get() {
    T made = value;
    return made != null ? made : make();
  }

  private synchronized T make() {
    T made = value;
    if (made == null) {
      made = supplier.get();
      value = made;
    }
    return made;
  }
}
