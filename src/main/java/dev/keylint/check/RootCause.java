package dev.keylint.check;

import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Finds the value behind an unknown one that somebody could supply: `!empty(who.id)` is not known
/// because of a variable that stands in a parameter file.
final class RootCause {
  private static final int MOST_PARTS = 10_000;

  private RootCause() {}

  /// The first part that has the same reason and no unknown part itself; else the value.
  static Value.Unknown of(Value.Unknown whole) {
    Reason reason = whole.reason();
    Deque<Value> open = new ArrayDeque<>(List.of(whole));
    Optional<Value.Unknown> found = Optional.empty();
    for (int seen = 0; seen < MOST_PARTS && !open.isEmpty() && found.isEmpty(); seen++) {
      switch (open.removeFirst()) {
        case Value.Unknown unknown -> {
          List<Value> parts = parts(unknown.term());
          parts.reversed().forEach(open::addFirst);
          boolean leaf = parts.stream().noneMatch(RootCause::unknown);
          found = Optional.of(unknown).filter(it -> leaf && it.reason().equals(reason));
        }
        case Value.Arr(List<Value> items, _) -> items.reversed().forEach(open::addFirst);
        case Value.Obj(var properties, _) ->
            properties.entries().reversed().stream().map(Property::value).forEach(open::addFirst);
        case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _ -> {}
      }
    }
    return found.orElse(whole);
  }

  private static boolean unknown(Value value) {
    return switch (value) {
      case Value.Unknown _ -> true;
      case Value.Arr(List<Value> items, _) -> items.stream().anyMatch(RootCause::unknown);
      case Value.Obj(var properties, _) ->
          properties.entries().stream().map(Property::value).anyMatch(RootCause::unknown);
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _ -> false;
    };
  }

  private static List<Value> parts(Term term) {
    return switch (term) {
      case Term.Call(_, List<Value> arguments) -> arguments;
      case Term.Access(Value base, List<Value> path) -> {
        List<Value> parts = new ArrayList<>(path);
        parts.addFirst(base);
        yield parts;
      }
      case Term.Concat(List<Value> parts) -> parts;
      case Term.Lambda(_, Value body) -> List.of(body);
    };
  }
}
