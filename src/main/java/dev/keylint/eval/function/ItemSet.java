package dev.keylint.eval.function;

import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Values that have been met, in order; tells in three values whether another is among them.
final class ItemSet {
  private static final int MOST_SLOW = 10_000;

  private final List<Value> items = new ArrayList<>();
  private final Set<Scalar> scalars = new HashSet<>();
  private final List<Value> others = new ArrayList<>();

  static ItemSet of(List<Value> items) {
    ItemSet set = new ItemSet();
    items.forEach(set::add);
    return set;
  }

  List<Value> items() {
    return items;
  }

  void add(Value item) {
    items.add(item);
    scalar(item).ifPresentOrElse(scalars::add, () -> others.add(item));
  }

  /// Unknown also when there are too many arrays and objects to compare with.
  Truth holds(Value item) {
    Optional<Scalar> scalar = scalar(item);
    if (scalar.map(scalars::contains).orElse(false)) {
      return Truth.TRUE;
    }
    if (others.size() > MOST_SLOW) {
      return Truth.UNKNOWN;
    }
    Truth among = Collections.holds(others, item);
    return scalar.isEmpty() && among != Truth.TRUE && mayBeScalar(item)
        ? Collections.holds(items, item)
        : among;
  }

  private static boolean mayBeScalar(Value item) {
    return item instanceof Value.Unknown || item instanceof Value.Decimal;
  }

  private static Optional<Scalar> scalar(Value value) {
    return switch (value) {
      case Value.Str(String text, _) -> Optional.of(new Scalar(KindShape.STRING, text));
      case Value.Int(long number, _) ->
          Optional.of(new Scalar(KindShape.INT, Long.toString(number)));
      case Value.Bool(boolean truth, _) ->
          Optional.of(new Scalar(KindShape.BOOL, Boolean.toString(truth)));
      case Value.Null _ -> Optional.of(new Scalar(KindShape.NULL, ""));
      // Decimals may equal integers of another spelling.
      case Value.Decimal _, Value.Arr _, Value.Obj _, Value.Unknown _ -> Optional.empty();
    };
  }

  private record Scalar(KindShape shape, String text) {}
}
