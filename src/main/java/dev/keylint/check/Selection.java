package dev.keylint.check;

import dev.keylint.check.Datum.Int;
import dev.keylint.check.Datum.Items;
import dev.keylint.check.Datum.Maybe;
import dev.keylint.check.Datum.Real;
import dev.keylint.check.Datum.Text;
import dev.keylint.check.Result.Failed;
import dev.keylint.check.Result.Known;
import dev.keylint.check.Result.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Members and items, asked for with `.`, `.?`, `has`, `[]`, `[?]` and `in`.
final class Selection {
  private Selection() {}

  /// `operand.field` or `operand[key]`: fails when it is not there.
  static Result required(Result operand, Result key) {
    // A member of an optional value is optional itself.
    boolean chain = operand instanceof Known(Maybe _, _);
    Result found = optional(operand, key);
    return switch (found) {
      case Known(Maybe(Optional<Result> result), Why why) when !chain ->
          result.orElseGet(() -> absent(operand, key, why));
      case Known _, Unknown _, Failed _ -> found;
    };
  }

  private static Failed absent(Result operand, Result key, Why why) {
    Optional<Place> place = why.leading();
    if (place.isPresent()) {
      return Mismatch.absent(place.orElseThrow(), why);
    }
    boolean item = operand instanceof Known(Items _, _);
    return new Failed(
        "no " + (item ? "item " : "key ") + (key instanceof Known known ? plain(known) : "?"), why);
  }

  private static String plain(Known key) {
    return key.datum() instanceof Text(String text) ? text : String.valueOf(key.datum());
  }

  /// `operand.?field` or `operand[?key]`: an optional value, or unknown when it can't be told
  /// whether it is there.
  static Result optional(Result operand, Result key) {
    if (operand instanceof Known(Maybe(Optional<Result> inner), Why why)) {
      return inner.map(it -> optional(it, key)).orElseGet(() -> new Known(Maybe.NONE, why));
    }
    return operand instanceof Known owner && key instanceof Known(Datum wanted, _)
        ? member(owner, key, wanted)
        : Result.obstacle(List.of(operand, key)).orElseThrow();
  }

  private static Result member(Known operand, Result key, Datum wanted) {
    return switch (operand.datum()) {
      case Table table -> table.find(wanted);
      case Struct struct when wanted instanceof Text(String name) -> struct.find(name);
      case Items(List<Result> items) -> item(items, key, wanted, operand.why());
      case Datum _ -> Mismatch.of(operand, "an object");
    };
  }

  private static Result item(List<Result> items, Result key, Datum index, Why why) {
    long position =
        switch (index) {
          case Int(long value) -> value;
          case Real(double value) when value == Math.rint(value) -> (long) value;
          case Datum _ -> Long.MIN_VALUE;
        };
    if (position == Long.MIN_VALUE) {
      return Mismatch.of(key, "a whole number");
    }
    return position < 0 || position >= items.size()
        ? new Known(Maybe.NONE, why)
        : new Known(Maybe.of(items.get((int) position)), why);
  }

  /// `has(operand.field)` of `operand.?field`.
  static Result has(Result optional) {
    return switch (optional) {
      case Known(Maybe(Optional<Result> result), Why why) -> Result.of(result.isPresent(), why);
      case Known known -> known;
      case Unknown unknown -> unknown.derived();
      case Failed failed -> failed;
    };
  }

  /// `item in collection`.
  static Result in(Result item, Result collection) {
    return switch (collection) {
      case Known(Items(List<Result> items), Why why) -> inItems(item, items, why);
      case Known(Table _, _) -> has(optional(collection, item));
      case Known _ -> Mismatch.of(collection, "an array or object");
      case Unknown _ -> Result.unknown(List.of(item, collection));
      case Failed failed -> failed;
    };
  }

  private static Result inItems(Result item, List<Result> items, Why why) {
    List<Result> answers = new ArrayList<>(items.size());
    for (Result candidate : items) {
      Result same = Equality.equal(candidate, item);
      if (same.is(true)) {
        return same;
      }
      answers.add(same);
    }
    Why whole = item.why().and(why);
    return item instanceof Failed
        ? item
        : Result.obstacle(answers).orElseGet(() -> Result.of(false, whole));
  }
}
