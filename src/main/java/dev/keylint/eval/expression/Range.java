package dev.keylint.eval.expression;

import java.util.Locale;
import java.util.Optional;

/// How large a number may be that is not known.
///
/// @param most `ENDLESS` when there is no bound
record Range(long least, long most) {
  static final long ENDLESS = Long.MAX_VALUE;

  Range or(Range other) {
    return new Range(Math.min(least, other.least), Math.max(most, other.most));
  }

  Range plus(Range other) {
    boolean endless = most == ENDLESS || other.most == ENDLESS;
    return new Range(least + other.least, endless ? ENDLESS : most + other.most);
  }

  /// What `less`, `greater` and their kind give for every pair of numbers, if that is the same.
  Optional<Boolean> compare(Range other, String function) {
    return switch (function.toLowerCase(Locale.ROOT)) {
      case "less" -> less(other);
      case "greater" -> other.less(this);
      case "lessorequals" -> other.less(this).map(less -> !less);
      case "greaterorequals" -> less(other).map(less -> !less);
      default -> Optional.empty();
    };
  }

  private Optional<Boolean> less(Range other) {
    if (most < other.least) {
      return Optional.of(true);
    }
    return least >= other.most ? Optional.of(false) : Optional.empty();
  }
}
