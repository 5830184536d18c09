package dev.keylint.check;

import dev.keylint.check.Result.Known;
import dev.keylint.check.Result.Unknown;
import dev.keylint.graph.Identity;
import dev.keylint.graph.call.Target;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Equality and order; values of different kinds are not equal, numbers compare by amount.
final class Equality {
  private static final Origin NOWHERE = Origin.at(new Location.WholeFile("rule"));

  private Equality() {}

  /// Whether both are the same for every value that the unknown parts can take.
  static Result equal(Result left, Result right) {
    Why why = left.why().and(right.why());
    if (left instanceof Known(Datum first, _) && right instanceof Known(Datum second, _)) {
      return equal(first, second, why);
    }
    Optional<Value> first = plain(left);
    Optional<Value> second = plain(right);
    if (first.isPresent() && second.isPresent()) {
      Truth same = Values.same(first.orElseThrow(), second.orElseThrow());
      if (same != Truth.UNKNOWN) {
        return Result.of(same == Truth.TRUE, why);
      }
      if ((isEmpty(first.orElseThrow()) && Nullness.isKey(second.orElseThrow()))
          || (isEmpty(second.orElseThrow()) && Nullness.isKey(first.orElseThrow()))) {
        return no(why);
      }
    }
    return Result.obstacle(List.of(left, right)).orElseThrow();
  }

  private static Result equal(Datum left, Datum right, Why why) {
    return switch (left) {
      case Datum.Scalar scalar ->
          Result.of(right instanceof Datum.Scalar other && same(scalar, other), why);
      case Datum.Items(var items) ->
          right instanceof Datum.Items(var others) ? items(items, others, why) : no(why);
      case Datum.Maybe(var result) ->
          right instanceof Datum.Maybe(var other) ? maybe(result, other, why) : no(why);
      case Table table -> right instanceof Table other ? tables(table, other, why) : no(why);
      case Struct struct ->
          Result.of(
              right instanceof Struct other && isSame(struct.subject(), other.subject()), why);
    };
  }

  /// Services and identities are what their ids say, wherever these were read.
  private static boolean isSame(Object one, Object other) {
    return switch (one) {
      case Target it -> other instanceof Target that && it.key().equals(that.key());
      case InGraph<?>(_, Identity it) ->
          other instanceof InGraph<?>(_, Identity that) && it.is(that);
      case Object _ -> one.equals(other);
    };
  }

  /// Whether two values without unknown parts are the same; for keys of maps.
  static boolean same(Datum left, Datum right) {
    return switch (left) {
      case Datum.Nothing _ -> right instanceof Datum.Nothing;
      case Datum.Bool(boolean value) -> right instanceof Datum.Bool other && other.value() == value;
      case Datum.Text(String value) ->
          right instanceof Datum.Text other && other.value().equals(value);
      case Datum.Int(long value) ->
          switch (right) {
            case Datum.Int other -> other.value() == value;
            case Datum.Real other -> other.value() == value;
            case Datum _ -> false;
          };
      case Datum.Real(double value) ->
          switch (right) {
            case Datum.Int other -> other.value() == value;
            case Datum.Real other -> other.value() == value;
            case Datum _ -> false;
          };
      case Datum _ -> false;
    };
  }

  private static Result items(List<Result> left, List<Result> right, Why why) {
    if (left.size() != right.size()) {
      return no(why);
    }
    List<Result> pairs = new ArrayList<>(left.size());
    for (int i = 0; i < left.size(); i++) {
      pairs.add(equal(left.get(i), right.get(i)));
    }
    return all(pairs, why);
  }

  private static Result maybe(Optional<Result> left, Optional<Result> right, Why why) {
    return left.isPresent() && right.isPresent()
        ? equal(left.orElseThrow(), right.orElseThrow())
        : Result.of(left.isEmpty() && right.isEmpty(), why);
  }

  private static Result tables(Table left, Table right, Why why) {
    List<Result> pairs = new ArrayList<>();
    left.members().forEach(member -> pairs.add(member(member, right, true)));
    right.members().forEach(member -> pairs.add(member(member, left, false)));
    left.unread().ifPresent(pairs::add);
    right.unread().ifPresent(pairs::add);
    return all(pairs, why);
  }

  /// Whether the other table has this member, with an equal value if `values` count.
  private static Result member(Table.Member member, Table other, boolean values) {
    Result found = other.find(member.key());
    return switch (found) {
      case Known(Datum.Maybe(Optional<Result> value), Why why) -> {
        if (value.isPresent()) {
          yield values ? equal(member.value(), value.orElseThrow()) : Result.of(true, why);
        }
        yield member.certain() ? no(why) : Result.unknown(List.of(member.value()));
      }
      case Known(_, Why why) -> no(why);
      case Unknown unknown -> unknown;
      case Result.Failed failed -> failed;
    };
  }

  private static Result all(List<Result> pairs, Why why) {
    for (Result pair : pairs) {
      if (pair.is(false)) {
        return no(why);
      }
    }
    return Result.obstacle(pairs).orElseGet(() -> Result.of(true, why));
  }

  private static boolean isEmpty(Value value) {
    return value instanceof Value.Str(String text, _) && text.isEmpty();
  }

  private static Result no(Why why) {
    return Result.of(false, why);
  }

  /// A scalar or an unknown value in the estate's own form.
  private static Optional<Value> plain(Result result) {
    return switch (result) {
      case Unknown unknown -> unknown.value().map(it -> it);
      case Known(Datum.Text(String text), _) -> Optional.of(new Value.Str(text, NOWHERE));
      case Known(Datum.Bool(boolean value), _) -> Optional.of(new Value.Bool(value, NOWHERE));
      case Known(Datum.Int(long value), _) -> Optional.of(new Value.Int(value, NOWHERE));
      case Known(Datum.Nothing _, _) -> Optional.of(new Value.Null(NOWHERE));
      case Known _, Result.Failed _ -> Optional.empty();
    };
  }
}
