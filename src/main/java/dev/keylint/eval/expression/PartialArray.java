package dev.keylint.eval.expression;

import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.text.Location;
import dev.keylint.value.Term;
import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An array of which some items are known, others are there under a condition, and of some parts
/// nothing is known: what `concat`, `union`, a spread or `if` make of known and unknown parts.
sealed interface PartialArray {
  /// Items that are there, in this order.
  record Items(List<Value> items) implements PartialArray {}

  /// Either of two, by a condition that is not known.
  record Choice(Value.Unknown condition, PartialArray then, PartialArray otherwise)
      implements PartialArray {}

  /// One after the other.
  record Joined(List<PartialArray> parts) implements PartialArray {}

  /// An array of which nothing is known.
  record Open(Value.Unknown array) implements PartialArray {}

  /// The parts of a value; empty when it is no array, or when it has no parts to tell apart.
  static Optional<PartialArray> of(Value value, Run run) {
    return value instanceof Value.Unknown(Term.Call _, _, _)
        ? read(value, run).filter(array -> !(array instanceof Open))
        : Optional.empty();
  }

  private static Optional<PartialArray> read(Value value, Run run) {
    return switch (value) {
      case Value.Arr(List<Value> items, _) -> Optional.of(new Items(items));
      case Value.Unknown whole
          when whole.term() instanceof Term.Call(String function, List<Value> arguments) ->
          switch (function) {
            case "if" -> choice(arguments, whole, run);
            case "concat" -> joined(arguments, run);
            case "flatten" ->
                !arguments.isEmpty() && arguments.getFirst() instanceof Value.Arr(var parts, _)
                    ? joined(parts, run)
                    : Optional.of(new Open(whole));
            case "filter" ->
                run.parts(whole.term())
                    .map(parts -> read(parts, run))
                    .orElseGet(() -> Optional.of(new Open(whole)));
            case "union" -> joined(arguments, run).flatMap(all -> Distinct.of(all, whole, run));
            default -> Optional.of(new Open(whole));
          };
      case Value.Unknown unknown -> Optional.of(new Open(unknown));
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _, Value.Obj _ ->
          Optional.empty();
    };
  }

  private static Optional<PartialArray> choice(
      List<Value> arguments, Value.Unknown whole, Run run) {
    run.budget().use(1);
    if (arguments.size() != 3 || !(arguments.getFirst() instanceof Value.Unknown condition)) {
      return Optional.of(new Open(whole));
    }
    Optional<PartialArray> then = read(arguments.get(1), run);
    Optional<PartialArray> otherwise = read(arguments.get(2), run);
    if (then.isEmpty() || otherwise.isEmpty()) {
      return Optional.empty();
    }
    boolean open = then.orElseThrow() instanceof Open && otherwise.orElseThrow() instanceof Open;
    return Optional.of(
        open
            ? new Open(whole)
            : new Choice(condition, then.orElseThrow(), otherwise.orElseThrow()));
  }

  private static Optional<PartialArray> joined(List<Value> arrays, Run run) {
    List<PartialArray> parts = new ArrayList<>(arrays.size());
    for (Value array : arrays) {
      run.budget().use(1);
      Optional<PartialArray> part = read(array, run);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.orElseThrow());
    }
    return Optional.of(new Joined(parts));
  }

  /// The same array with other items; `rest` makes what stands for a part of which nothing is
  /// known.
  default Value map(Mapping mapping, Location at) {
    return map(this, Place.first(at), mapping, at);
  }

  /// From what stands in an array to what stands in another.
  interface Mapping {
    Value item(Value item, Place place);

    Value rest(Value.Unknown array, Place place);
  }

  private static Value map(PartialArray array, Place place, Mapping mapping, Location at) {
    return switch (array) {
      case Items(List<Value> items) -> {
        List<Value> mapped = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
          mapped.add(mapping.item(items.get(i), place.plus(i, at)));
        }
        yield Terms.array(mapped, at);
      }
      case Choice(Value.Unknown condition, PartialArray then, PartialArray otherwise) -> {
        Value negated = Logic.negated(condition, at);
        Value first = map(then, place.when(condition), mapping, at);
        Value second = map(otherwise, place.when(negated), mapping, at);
        yield Terms.call("if", List.of(condition, first, second), at);
      }
      case Joined(List<PartialArray> parts) -> {
        List<Value> mapped = new ArrayList<>(parts.size());
        Place next = place;
        for (PartialArray part : parts) {
          mapped.add(map(part, next, mapping, at));
          next = next.after(part.length(at), at);
        }
        yield mapped.size() == 1
            ? mapped.getFirst()
            : Terms.call("concat", Concatenations.neighbours(mapped), at);
      }
      case Open(Value.Unknown unknown) -> mapping.rest(unknown, place);
    };
  }

  /// What stands at each place, in order.
  default List<Spot> spots(Location at) {
    List<Spot> spots = new ArrayList<>();
    map(
        new Mapping() {
          @Override
          public Value item(Value item, Place place) {
            spots.add(new Spot(item, place, Optional.empty()));
            return item;
          }

          @Override
          public Value rest(Value.Unknown array, Place place) {
            spots.add(
                new Spot(array, place, Optional.of(Terms.call("length", List.of(array), at))));
            return array;
          }
        },
        at);
    return spots;
  }

  /// An item, or a part of which nothing is known.
  ///
  /// @param openCount how many items such a part has
  record Spot(Value value, Place place, Optional<Value> openCount) {
    String key() {
      return openCount.isPresent() ? place.key() + " and later" : place.key();
    }
  }

  /// The item of this index, which must be there; empty when that takes what is not known.
  default Optional<Value> at(long index, Location at, Run run) {
    List<Spot> found = new ArrayList<>();
    for (Spot spot : spots(at)) {
      run.budget().use(1);
      if (spot.openCount.isPresent() || !(spot.place.index() instanceof Value.Int(long here, _))) {
        break;
      }
      if (here == index) {
        found.add(spot);
      }
    }
    boolean sure = found.size() == 1 && found.getFirst().place.conditions().isEmpty();
    return sure ? Optional.of(found.getFirst().value) : Optional.empty();
  }

  /// The number of items: known, or an expression.
  default Value length(Location at) {
    return switch (this) {
      case Items(List<Value> items) -> Terms.integer(items.size(), at);
      case Choice(Value.Unknown condition, PartialArray then, PartialArray otherwise) -> {
        Value first = then.length(at);
        Value second = otherwise.length(at);
        yield Values.same(first, second) == Truth.TRUE
            ? first
            : Terms.call("if", List.of(condition, first, second), at);
      }
      case Joined(List<PartialArray> parts) -> {
        Value sum = Terms.integer(0, at);
        for (PartialArray part : parts) {
          sum = Place.sum(sum, part.length(at), at);
        }
        yield sum;
      }
      case Open(Value.Unknown array) -> Terms.call("length", List.of(array), at);
    };
  }

  /// How many items are known, there or not.
  default long known() {
    return switch (this) {
      case Items(List<Value> items) -> items.size();
      case Choice(_, PartialArray then, PartialArray otherwise) -> then.known() + otherwise.known();
      case Joined(List<PartialArray> parts) -> parts.stream().mapToLong(PartialArray::known).sum();
      case Open _ -> 0;
    };
  }

  /// The least and the most items that it may have.
  default Range range() {
    return switch (this) {
      case Items(List<Value> items) -> new Range(items.size(), items.size());
      case Choice(_, PartialArray then, PartialArray otherwise) ->
          then.range().or(otherwise.range());
      case Joined(List<PartialArray> parts) ->
          parts.stream().map(PartialArray::range).reduce(new Range(0, 0), Range::plus);
      case Open _ -> new Range(0, Range.ENDLESS);
    };
  }
}
