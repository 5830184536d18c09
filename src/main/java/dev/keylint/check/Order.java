package dev.keylint.check;

import dev.keylint.check.Datum.Bool;
import dev.keylint.check.Datum.Int;
import dev.keylint.check.Datum.Real;
import dev.keylint.check.Datum.Text;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Less and greater, for numbers, texts and booleans.
final class Order {
  private Order() {}

  /// Whether the comparison of two known values fits.
  static Result compare(Result left, Result right, IntPredicate fits) {
    Datum first = ((Result.Known) left).datum();
    Datum second = ((Result.Known) right).datum();
    Why why = left.why().and(right.why());
    if (isNan(first) || isNan(second)) {
      return Result.of(false, why);
    }
    return order(first, second)
        .<Result>map(it -> Result.of(fits.test(it), why))
        .orElseGet(() -> Mismatch.of(right, first.kind()));
  }

  private static Optional<Integer> order(Datum left, Datum right) {
    return switch (left) {
      case Text(String text) when right instanceof Text(String other) ->
          Optional.of(codePoints(text, other));
      case Bool(boolean value) when right instanceof Bool(boolean other) ->
          Optional.of(Boolean.compare(value, other));
      case Int(long value) when right instanceof Int(long other) ->
          Optional.of(Long.compare(value, other));
      case Int(long value) when right instanceof Real(double other) ->
          Optional.of(Double.compare((double) value, other + 0.0));
      case Real(double value) when right instanceof Int(long other) ->
          Optional.of(Double.compare(value + 0.0, (double) other));
      case Real(double value) when right instanceof Real(double other) ->
          Optional.of(Double.compare(value + 0.0, other + 0.0));
      case Datum _ -> Optional.empty();
    };
  }

  /// UTF-16 units of surrogates sort before those from U+E000 on; code points do not.
  private static int codePoints(String left, String right) {
    int[] first = left.codePoints().toArray();
    int[] second = right.codePoints().toArray();
    return Arrays.compare(first, second);
  }

  private static boolean isNan(Datum datum) {
    return datum instanceof Real(double value) && Double.isNaN(value);
  }
}
