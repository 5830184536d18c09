package dev.keylint.value;

import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Whether something holds: yes, no, or open as long as some values are not known (Kleene).
public sealed interface Answer {
  /// More reasons than these help nobody.
  int MAX_REASONS = 8;

  /// It holds, or it does not.
  record Known(boolean holds) implements Answer {}

  /// It can't be told; `because` lists the first values that would have to be known, one for each
  /// reason. Invariant: not empty.
  record Open(List<Value.Unknown> because) implements Answer {
    public Open {
      because = List.copyOf(because);
      if (because.isEmpty()) {
        throw new IllegalStateException("an open question without a reason");
      }
    }
  }

  static Answer yes() {
    return new Known(true);
  }

  static Answer no() {
    return new Known(false);
  }

  static Answer of(boolean holds) {
    return new Known(holds);
  }

  /// Whether a value is such a one; open while it is not known.
  static Answer of(Value value, Predicate<Value> holds) {
    return value instanceof Value.Unknown unknown ? open(unknown) : of(holds.test(value));
  }

  /// Open because of one value.
  static Answer open(Value.Unknown because) {
    return new Open(List.of(because));
  }

  default Answer not() {
    return switch (this) {
      case Known(var holds) -> of(!holds);
      case Open open -> open;
    };
  }

  /// False if one is false, else open if one is open.
  default Answer and(Answer other) {
    return not().or(other.not()).not();
  }

  /// The same; the other is only asked for where it matters.
  default Answer and(Supplier<Answer> other) {
    return isFalse() ? this : and(other.get());
  }

  /// True if one is true, else open if one is open.
  default Answer or(Answer other) {
    if (isTrue() || other.isTrue()) {
      return yes();
    }
    return switch (this) {
      case Known _ -> other;
      case Open(var mine) ->
          switch (other) {
            case Known _ -> this;
            case Open(var others) -> new Open(join(mine, others));
          };
    };
  }

  /// The same; the other is only asked for where it matters.
  default Answer or(Supplier<Answer> other) {
    return isTrue() ? this : or(other.get());
  }

  default boolean isTrue() {
    return this instanceof Known(var holds) && holds;
  }

  default boolean isFalse() {
    return this instanceof Known(var holds) && !holds;
  }

  /// The same as a value: a boolean seen at this place, or the first value that would have to be
  /// known.
  default Value value(Location at) {
    return switch (this) {
      case Known(var holds) -> new Value.Bool(holds, Origin.at(at));
      case Open(var because) -> because.getFirst();
    };
  }

  private static List<Value.Unknown> join(List<Value.Unknown> first, List<Value.Unknown> second) {
    List<Value.Unknown> all = new ArrayList<>(first);
    for (Value.Unknown value : second) {
      if (all.size() < MAX_REASONS
          && all.stream().noneMatch(each -> each.reason().equals(value.reason()))) {
        all.add(value);
      }
    }
    return all;
  }
}
