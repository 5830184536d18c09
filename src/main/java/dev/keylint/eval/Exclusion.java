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

  private static List<Value> conditions(Resource resource) {
    return resource.condition().stream()
        .flatMap(condition ->
            call(condition, "and").isEmpty()
                ? List.of(condition).stream()
                : call(condition, "and").stream())
        .toList();
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
