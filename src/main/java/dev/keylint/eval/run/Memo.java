package dev.keylint.eval.run;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is made once, when it is first asked for.
public final class Memo<T> {
  private @Nullable T value;
  private boolean running;

  /// The value; `cycle` makes up for it when making it asks for itself.
  public T get(Supplier<T> maker, Supplier<T> cycle) {
    return isMade() ? made() : get(maker, Supplier::get, _ -> cycle.get());
  }

  /// The same by functions of one thing, which need not be made anew for each.
  public <F> T get(F of, Function<F, T> maker, Function<F, T> cycle) {
    if (value != null) {
      return value;
    }
    if (running) {
      return cycle.apply(of);
    }
    running = true;
    try {
      T made = maker.apply(of);
      value = made;
      return made;
    } finally {
      running = false;
    }
  }

  /// Whether it has been made.
  public boolean isMade() {
    return value != null;
  }

  /// The value that has been made.
  public T made() {
    return Objects.requireNonNull(value);
  }

  /// Whether it is being made.
  public boolean isRunning() {
    return running;
  }

  @Override
  public String toString() {
    return Objects.toString(value);
  }
}
