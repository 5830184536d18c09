package dev.keylint.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Results as plain Java values and back, for comparing with what others say.
public final class Plain {
  /// CEL's null.
  public static final Object NULL =
      new Object() {
        @Override
        public String toString() {
          return "null";
        }
      };

  private Plain() {}

  /// A result that has no value.
  public record Failure(String message) {}

  /// A result that is unknown.
  public record Open() {}

  public static Datum datum(Object value) {
    return switch (value) {
      case Boolean it -> new Datum.Bool(it);
      case Long it -> new Datum.Int(it);
      case Double it -> new Datum.Real(it);
      case String it -> new Datum.Text(it);
      case List<?> it ->
          new Datum.Items(it.stream().map(item -> Result.of(datum((Object) item))).toList());
      case Map<?, ?> it -> {
        List<Table.Member> members = new ArrayList<>();
        it.forEach((key, item) ->
            members.add(
                new Table.Member(datum((Object) key), Result.of(datum((Object) item)), true)));
        yield new Dictionary(members);
      }
      case Object it when it.equals(NULL) -> new Datum.Nothing();
      default -> throw new IllegalStateException("no datum: " + value);
    };
  }

  public static Object value(Result result) {
    return switch (result) {
      case Result.Failed(String message, _, _) -> new Failure(message);
      case Result.Unknown _ -> new Open();
      case Result.Known(Datum datum, _) -> value(datum);
    };
  }

  private static Object value(Datum datum) {
    return switch (datum) {
      case Datum.Nothing _ -> NULL;
      case Datum.Bool(boolean it) -> it;
      case Datum.Int(long it) -> it;
      case Datum.Real(double it) -> it;
      case Datum.Text(String it) -> it;
      case Datum.Items(var items) -> items.stream().map(Plain::value).toList();
      case Datum.Maybe(var it) -> it.map(Plain::value).map(Optional::of).orElse(Optional.empty());
      case Table table -> {
        Map<Object, Object> map = new LinkedHashMap<>();
        table.members().forEach(it -> map.put(value(it.key()), value(it.value())));
        yield map;
      }
      case Struct _ -> throw new IllegalStateException("a struct: " + datum);
    };
  }

  /// Equality of tests: NaN is itself.
  public static boolean equal(Object left, Object right) {
    if (left instanceof Map<?, ?> first && right instanceof Map<?, ?> second) {
      return first.size() == second.size()
          && first.entrySet().stream()
              .allMatch(it ->
                  second.containsKey(it.getKey())
                      && equal((Object) it.getValue(), (Object) second.get(it.getKey())));
    }
    if (left instanceof List<?> first && right instanceof List<?> second) {
      boolean same = first.size() == second.size();
      for (int i = 0; same && i < first.size(); i++) {
        same = equal((Object) first.get(i), (Object) second.get(i));
      }
      return same;
    }
    return left.equals(right)
        || (left instanceof Double a && right instanceof Double b && a.doubleValue() == b);
  }
}
