package dev.keylint.check;

import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds the value behind an unknown one that somebody could supply: `!empty(who.id)` is not known
/// because of a variable that stands in a parameter file.
final class RootCause {
  private static final int MOST_PARTS = 10_000;

  private RootCause() {}

  /// The parts that somebody could supply: all parameters without a value if it is for one that the
  /// value is not known, else the first part that has the same reason; else the value itself.
  static List<Value.Unknown> of(Value.Unknown whole) {
    List<Value.Unknown> leaves = leaves(whole);
    if (whole.reason() instanceof Reason.MissingParameter) {
      List<Value.Unknown> parameters = parameters(leaves);
      return parameters.isEmpty() ? List.of(whole) : parameters;
    }
    return leaves.stream()
        .filter(it -> it.reason().equals(whole.reason()))
        .findFirst()
        .map(List::of)
        .orElse(List.of(whole));
  }

  /// The parameters without a value in it.
  static List<Value.Unknown> parameters(Value.Unknown whole) {
    return parameters(leaves(whole));
  }

  private static List<Value.Unknown> parameters(List<Value.Unknown> leaves) {
    Map<Reason, Value.Unknown> once = new LinkedHashMap<>();
    for (Value.Unknown leaf : leaves) {
      if (leaf.reason() instanceof Reason.MissingParameter) {
        once.putIfAbsent(leaf.reason(), leaf);
      }
    }
    return List.copyOf(once.values());
  }

  /// The unknown parts without an unknown part; only so many parts are looked at. The variable of a
  /// lambda is none: it is known as soon as what it runs through is.
  private static List<Value.Unknown> leaves(Value.Unknown whole) {
    List<Value.Unknown> leaves = new ArrayList<>();
    Deque<Value> open = new ArrayDeque<>(List.of(whole));
    for (int seen = 0; seen < MOST_PARTS && !open.isEmpty(); seen++) {
      switch (open.removeFirst()) {
        case Value.Unknown unknown -> {
          List<Value> parts = parts(unknown.term());
          parts.reversed().forEach(open::addFirst);
          if (!anyUnknown(parts) && !isVariable(unknown.term())) {
            leaves.add(unknown);
          }
        }
        case Value.Arr(List<Value> items, _) -> items.reversed().forEach(open::addFirst);
        case Value.Obj(var properties, _) ->
            properties.entries().reversed().stream().map(Property::value).forEach(open::addFirst);
        case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _ -> {}
      }
    }
    return leaves;
  }

  private static boolean isVariable(Term term) {
    return term instanceof Term.Call(String function, _) && function.equals(Term.LAMBDA_VARIABLES);
  }

  private static boolean anyUnknown(List<Value> values) {
    for (Value value : values) {
      if (unknown(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean unknown(Value value) {
    return switch (value) {
      case Value.Unknown _ -> true;
      case Value.Arr(List<Value> items, _) -> anyUnknown(items);
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
