package dev.keylint.eval.run;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is made once, when it is first asked for.
public final class Memo<T> {
  private @Nullable T value;
  private boolean running;

  /// The value; `cycle` makes up for it when making it asks for itself.
  public T get(Supplier<T> maker, Supplier<T> cycle) {
    if (value != null) {
      return value;
    }
    if (running) {
      return cycle.get();
    }
    running = true;
    try {
      T made = maker.get();
      value = made;
      return made;
    } finally {
      running = false;
    }
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
