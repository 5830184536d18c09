package dev.keylint.eval.expression;

import dev.keylint.eval.run.Run;
import dev.keylint.eval.run.Terms;
import dev.keylint.text.Location;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What `union` leaves of arrays: each item once, at its first place.
final class Distinct {
  /// Of more items not all are compared with all.
  private static final int MOST = 64;

  private final Run run;
  private final Location at;
  private final List<Seen> seen = new ArrayList<>();

  private Distinct(Run run, Location at) {
    this.run = run;
    this.at = at;
  }

  /// An item, and when it is there.
  private record Seen(Value item, List<Value> conditions) {}

  /// The parts without what is there already; nothing is known when there are too many.
  static Optional<PartialArray> of(PartialArray array, Value.Unknown whole, Run run) {
    Distinct distinct = new Distinct(run, whole.origin().at());
    PartialArray once = distinct.once(array, List.of());
    return Optional.of(distinct.seen.size() <= MOST ? once : new PartialArray.Open(whole));
  }

  private PartialArray once(PartialArray array, List<Value> conditions) {
    return switch (array) {
      case PartialArray.Items(List<Value> items) -> once(items, conditions);
      case PartialArray.Choice(
              Value.Unknown condition,
              PartialArray then,
              PartialArray otherwise) ->
          new PartialArray.Choice(
              condition,
              once(then, longer(conditions, condition)),
              once(otherwise, longer(conditions, Logic.negated(condition, at))));
      case PartialArray.Joined(List<PartialArray> parts) ->
          new PartialArray.Joined(parts.stream().map(part -> once(part, conditions)).toList());
      case PartialArray.Open open -> open;
    };
  }

  private PartialArray once(List<Value> items, List<Value> conditions) {
    List<PartialArray> parts = new ArrayList<>();
    List<Value> certain = new ArrayList<>();
    for (Value item : items) {
      Optional<List<Value>> duplicates = duplicates(item);
      if (duplicates.isEmpty() || seen.size() > MOST) {
        continue;
      }
      seen.add(new Seen(item, conditions));
      if (duplicates.orElseThrow().isEmpty()) {
        certain.add(item);
      } else {
        parts.add(new PartialArray.Items(List.copyOf(certain)));
        certain.clear();
        parts.add(unless(duplicates.orElseThrow(), item));
      }
    }
    parts.add(new PartialArray.Items(List.copyOf(certain)));
    return parts.size() == 1 ? parts.getFirst() : new PartialArray.Joined(parts);
  }

  private PartialArray unless(List<Value> duplicates, Value item) {
    return Logic.any(duplicates, at) instanceof Value.Unknown condition
        ? new PartialArray.Choice(
            condition, new PartialArray.Items(List.of()), new PartialArray.Items(List.of(item)))
        : new PartialArray.Items(List.of(item));
  }

  /// The unknown conditions under which an item is there already; empty when it certainly is.
  private Optional<List<Value>> duplicates(Value item) {
    List<Value> conditions = new ArrayList<>();
    for (Seen before : seen) {
      switch (run.same(before.item, item)) {
        case TRUE -> {
          if (before.conditions.isEmpty()) {
            return Optional.empty();
          }
          conditions.add(Logic.all(before.conditions, at));
        }
        case UNKNOWN -> conditions.add(Terms.call("equals", List.of(before.item, item), at));
        case FALSE -> {}
      }
    }
    return Optional.of(conditions);
  }

  private static List<Value> longer(List<Value> values, Value last) {
    List<Value> all = new ArrayList<>(values);
    all.add(last);
    return all;
  }
}
