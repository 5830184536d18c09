package dev.keylint.eval;

import dev.keylint.resource.Resource;
import dev.keylint.value.Term;
import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.List;

/// Resources of which one is there when the other is not.
final class Exclusion {
  private Exclusion() {}

  /// Whether a condition of one is the opposite of one of the other.
  static boolean are(Resource one, Resource other) {
    List<Value> first = conditions(one);
    List<Value> second = conditions(other);
    return first.stream().anyMatch(mine -> second.stream().anyMatch(yours -> exclude(mine, yours)));
  }

  /// The conditions that all hold where it is there.
  static List<Value> conditions(Resource resource) {
    return resource.condition().stream().flatMap(condition -> parts(condition).stream()).toList();
  }

  /// What must hold for a condition to hold.
  static List<Value> parts(Value condition) {
    List<Value> all = call(condition, "and");
    return all.isEmpty() ? List.of(condition) : all;
  }

  /// Whether the conditions of one hold where those of the other do.
  static boolean follows(Resource one, Resource other) {
    return holdWith(conditions(one), conditions(other));
  }

  /// Whether each of the conditions is one of those that hold.
  static boolean holdWith(List<Value> conditions, List<Value> holding) {
    return conditions.stream()
        .allMatch(part -> holding.stream().anyMatch(it -> Values.same(it, part) == Truth.TRUE));
  }

  private static boolean exclude(Value one, Value other) {
    return isNot(one, other)
        || isNot(other, one)
        || differ(call(one, "equals"), call(other, "equals"));
  }

  private static boolean isNot(Value one, Value other) {
    List<Value> negated = call(one, "not");
    return negated.size() == 1 && Values.same(negated.getFirst(), other) == Truth.TRUE;
  }

  /// `x == 'a'` and `x == 'b'`.
  private static boolean differ(List<Value> one, List<Value> other) {
    if (one.size() != 2 || other.size() != 2) {
      return false;
    }
    return sameAndDifferent(one.get(0), other.get(0), one.get(1), other.get(1))
        || sameAndDifferent(one.get(1), other.get(1), one.get(0), other.get(0));
  }

  private static boolean sameAndDifferent(Value a, Value b, Value c, Value d) {
    return Values.same(a, b) == Truth.TRUE && Values.same(c, d) == Truth.FALSE;
  }

  private static List<Value> call(Value value, String function) {
    return value instanceof Value.Unknown(Term.Call(String name, List<Value> arguments), _, _)
            && name.equals(function)
        ? arguments
        : List.of();
  }
}
