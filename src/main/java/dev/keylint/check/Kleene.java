package dev.keylint.check;

import dev.keylint.check.Result.Failed;
import dev.keylint.check.Result.Known;
import dev.keylint.check.Result.Unknown;
import dev.keylint.value.Texts;
import java.util.List;
import java.util.function.Supplier;

/// Kleene's logic: what is known decides alone where it can.
final class Kleene {
  private Kleene() {}

  /// False if one is false, whatever the other; true if both are.
  static Result and(Result left, Supplier<Result> right) {
    return deciding(false, left, right);
  }

  /// True if one is true, whatever the other; false if both are.
  static Result or(Result left, Supplier<Result> right) {
    return deciding(true, left, right);
  }

  /// The operand that equals `decider` decides and takes the blame; otherwise both share it.
  private static Result deciding(boolean decider, Result left, Supplier<Result> right) {
    if (left.is(decider)) {
      return left;
    }
    Result other = right.get();
    if (other.is(decider)) {
      return other;
    }
    Result first = bool(left);
    Result second = bool(other);
    return Result.obstacle(List.of(first, second))
        .orElseGet(() -> Result.of(!decider, first.why().and(second.why())));
  }

  static Result not(Result operand) {
    return switch (operand) {
      case Known(Datum.Bool(boolean value), Why why) -> Result.of(!value, why);
      case Known known -> bool(known);
      case Unknown unknown -> bool(unknown) instanceof Failed failed ? failed : unknown.derived();
      case Failed failed -> failed;
    };
  }

  /// The result if it is a boolean, or not known and no text for certain.
  static Result bool(Result result) {
    return switch (result) {
      case Known(Datum.Bool _, _) -> result;
      case Known(Datum datum, Why why) -> Mismatch.of(datum, why, "a boolean");
      case Unknown unknown ->
          unknown.value().filter(Texts::isText).isPresent()
              ? Mismatch.ofText(unknown.why(), "a boolean")
              : result;
      case Failed _ -> result;
    };
  }

  static Result choose(Result condition, Supplier<Result> yes, Supplier<Result> no) {
    return switch (condition) {
      case Known(Datum.Bool(boolean value), Why why) -> (value ? yes : no).get().because(why);
      case Known(Datum datum, Why why) -> Mismatch.of(datum, why, "a boolean");
      case Failed failed -> failed;
      case Unknown unknown when bool(unknown) instanceof Failed failed -> failed;
      case Unknown unknown -> {
        Result first = yes.get();
        Result second = no.get();
        boolean same =
            first instanceof Known
                && second instanceof Known
                && Equality.equal(first, second).is(true);
        yield same ? first.because(second.why()) : either(unknown, first, second);
      }
    };
  }

  private static Result either(Unknown condition, Result first, Result second) {
    return Result.unknown(List.of(condition, first, second));
  }
}
