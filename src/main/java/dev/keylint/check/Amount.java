package dev.keylint.check;

import dev.keylint.rule.Function;
import java.util.Optional;

/// How many there are at least and at most, where that is all that is known.
record Amount(long least, long most) {
  /// Whether a comparison holds, where that hangs on nothing else.
  static Optional<Result> compare(Function comparison, Result left, Result right) {
    if (left instanceof Result.Known && right instanceof Result.Known) {
      return Optional.empty();
    }
    return of(left)
        .flatMap(one -> of(right).flatMap(other -> one.decide(comparison, other)))
        .map(holds -> Result.of(holds, left.why().and(right.why())));
  }

  private static Optional<Amount> of(Result result) {
    return switch (result) {
      case Result.Known(Datum.Int(long value), _) -> Optional.of(new Amount(value, value));
      case Result.Unknown unknown -> unknown.amount();
      case Result.Known _, Result.Failed _ -> Optional.empty();
    };
  }

  private Optional<Boolean> decide(Function comparison, Amount other) {
    boolean less = most < other.least;
    boolean greater = least > other.most;
    return switch (comparison) {
      case LESS -> decided(less, least >= other.most);
      case LESS_OR_EQUAL -> decided(most <= other.least, greater);
      case GREATER -> decided(greater, most <= other.least);
      case GREATER_OR_EQUAL -> decided(least >= other.most, less);
      case EQUAL -> decided(false, less || greater);
      case NOT_EQUAL -> decided(less || greater, false);
      default -> Optional.empty();
    };
  }

  private static Optional<Boolean> decided(boolean always, boolean never) {
    return always || never ? Optional.of(always) : Optional.empty();
  }
}
