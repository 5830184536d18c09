package dev.keylint.value;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// What two values have in common: comparison by what they say, wherever they come from.
public final class Values {
  private Values() {}

  /// Whether both are the same for every value that the unknown parts can take.
  ///
  /// Texts compare with case, property names without, numbers by amount. Two unknown values are the
  /// same when their terms are; otherwise nothing is known of them.
  public static Truth same(Value left, Value right) {
    return switch (left) {
      case Value.Unknown unknown -> sameAsUnknown(unknown, right);
      case Value _ when right instanceof Value.Unknown unknown -> sameAsUnknown(unknown, left);
      case Value.Null _ -> Truth.of(right instanceof Value.Null);
      case Value.Bool(boolean value, _) ->
          Truth.of(right instanceof Value.Bool other && other.value() == value);
      case Value.Str(String value, _) ->
          Truth.of(right instanceof Value.Str other && other.value().equals(value));
      case Value.Int(long value, _) -> Truth.of(sameNumber(BigDecimal.valueOf(value), right));
      case Value.Decimal(BigDecimal value, _) -> Truth.of(sameNumber(value, right));
      case Value.Arr(List<Value> items, _) ->
          right instanceof Value.Arr other ? sameItems(items, other.items()) : Truth.FALSE;
      case Value.Obj(Properties properties, _) ->
          right instanceof Value.Obj other
              ? sameMembers(properties, other.properties())
              : Truth.FALSE;
    };
  }

  /// Whether two terms are the same, that is, print the same.
  public static boolean same(Term left, Term right) {
    return switch (left) {
      case Term.Call(String function, List<Value> arguments) ->
          right instanceof Term.Call other
              && function.equals(other.function())
              && allSame(arguments, other.arguments());
      case Term.Access(Value base, List<Value> path) ->
          right instanceof Term.Access other
              && same(base, other.base()) == Truth.TRUE
              && allSame(path, other.path());
      case Term.Concat(List<Value> parts) ->
          right instanceof Term.Concat other && allSame(parts, other.parts());
      case Term.Lambda(List<String> variables, Value body) ->
          right instanceof Term.Lambda other
              && variables.equals(other.variables())
              && same(body, other.body()) == Truth.TRUE;
    };
  }

  /// Whether no part of the value is unknown.
  public static boolean known(Value value) {
    return switch (value) {
      case Value.Unknown _ -> false;
      case Value.Arr(List<Value> items, _) -> items.stream().allMatch(Values::known);
      case Value.Obj(Properties properties, _) ->
          properties.entries().stream().allMatch(property -> known(property.value()));
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _ -> true;
    };
  }

  /// Whether the value or a part of it is never to be printed.
  public static boolean secret(Value value) {
    if (value.origin().secret()) {
      return true;
    }
    return switch (value) {
      case Value.Arr(List<Value> items, _) -> items.stream().anyMatch(Values::secret);
      case Value.Obj(Properties properties, _) ->
          properties.entries().stream().anyMatch(property -> secret(property.value()));
      case Value.Unknown _, Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _ ->
          false;
    };
  }

  private static Truth sameAsUnknown(Value.Unknown unknown, Value other) {
    if (other instanceof Value.Unknown that) {
      return same(unknown.term(), that.term()) ? Truth.TRUE : Truth.UNKNOWN;
    }
    if (!(unknown.term() instanceof Term.Concat(List<Value> parts))) {
      return Truth.UNKNOWN;
    }
    boolean possible = other instanceof Value.Str text && mayBe(parts, text.value());
    return possible ? Truth.UNKNOWN : Truth.FALSE;
  }

  /// Whether a text with unknown parts may turn out as this one, by its known ends.
  private static boolean mayBe(List<Value> parts, String text) {
    String start = literal(parts.getFirst());
    String end = parts.size() > 1 ? literal(parts.getLast()) : "";
    return text.length() >= start.length() + end.length()
        && text.startsWith(start)
        && text.endsWith(end);
  }

  private static String literal(Value part) {
    return part instanceof Value.Str text ? text.value() : "";
  }

  private static boolean sameNumber(BigDecimal value, Value other) {
    return switch (other) {
      case Value.Int number -> value.compareTo(BigDecimal.valueOf(number.value())) == 0;
      case Value.Decimal number -> value.compareTo(number.value()) == 0;
      case Value _ -> false;
    };
  }

  private static Truth sameItems(List<Value> left, List<Value> right) {
    if (left.size() != right.size()) {
      return Truth.FALSE;
    }
    Truth all = Truth.TRUE;
    Iterator<Value> others = right.iterator();
    for (Value item : left) {
      all = all.and(same(item, others.next()));
      if (all == Truth.FALSE) {
        return all;
      }
    }
    return all;
  }

  private static Truth sameMembers(Properties left, Properties right) {
    if (left.size() != right.size()) {
      return Truth.FALSE;
    }
    Truth all = Truth.TRUE;
    for (Property property : left) {
      Optional<Value> other = right.get(property.name());
      all = all.and(other.map(value -> same(property.value(), value)).orElse(Truth.FALSE));
      if (all == Truth.FALSE) {
        return all;
      }
    }
    return all;
  }

  private static boolean allSame(List<Value> left, List<Value> right) {
    return sameItems(left, right) == Truth.TRUE;
  }
}
