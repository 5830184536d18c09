package dev.keylint.eval;

import java.util.function.Supplier;

/// Whether an evaluation met `newGuid()` or `utcNow()`.
final class Chance {
  private boolean met;

  void met() {
    met = true;
  }

  /// An evaluation, and whether chance had a hand in it; what was met before is left as it was.
  <T> Result<T> watch(Supplier<T> evaluation) {
    boolean before = met;
    met = false;
    try {
      T value = evaluation.get();
      return new Result<>(value, met);
    } finally {
      met = before;
    }
  }

  /// @param chance whether another evaluation would give another value
  record Result<T>(T value, boolean chance) {}
}
