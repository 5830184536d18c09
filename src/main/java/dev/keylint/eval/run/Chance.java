package dev.keylint.eval.run;

import java.util.function.Supplier;

/// Whether an evaluation met `newGuid()` or `utcNow()`.
public final class Chance {
  private boolean met;

  /// Notes that the evaluation under way met such a function.
  public void met() {
    met = true;
  }

  /// An evaluation, and whether chance had a hand in it; what was met before is left as it was.
  public <T> Result<T> watch(Supplier<T> evaluation) {
    boolean before = met;
    met = false;
    try {
      T value = evaluation.get();
      return new Result<>(value, met);
    } finally {
      met = before;
    }
  }

  /// What an evaluation gave.
  ///
  /// @param chance whether another evaluation would give another value
  public record Result<T>(T value, boolean chance) {}
}
