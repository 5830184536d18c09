package dev.keylint.eval.function;

import dev.keylint.eval.function.FunctionResult.Failure;
import dev.keylint.eval.function.FunctionResult.NotDecided;
import dev.keylint.eval.function.FunctionResult.Result;
import dev.keylint.eval.function.FunctionResult.TooMuch;
import dev.keylint.text.Location;
import dev.keylint.value.Hiding;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import java.math.BigDecimal;
import java.util.List;

/// The arguments of one call, checked against the signature, and the makers of its result.
///
/// Asking for another kind of argument than the signature promises is a bug.
record Arguments(String function, List<Value> values, Location at, Hiding hiding) {

  int size() {
    return values.size();
  }

  Value value(int index) {
    return values.get(index);
  }

  List<Value> from(int index) {
    return values.subList(Math.min(index, values.size()), values.size());
  }

  String text(int index) {
    if (value(index) instanceof Value.Str(String text, _)) {
      return text;
    }
    throw new IllegalStateException(function + ": argument " + index + " is no text");
  }

  /// A text for a message: nothing that must not be printed.
  String shown(int index) {
    return hiding == Hiding.NONE ? text(index) : "***";
  }

  long integer(int index) {
    if (value(index) instanceof Value.Int(long number, _)) {
      return number;
    }
    throw new IllegalStateException(function + ": argument " + index + " is no integer");
  }

  /// A number of either kind.
  BigDecimal decimal(int index) {
    return switch (value(index)) {
      case Value.Int(long number, _) -> BigDecimal.valueOf(number);
      case Value.Decimal(BigDecimal number, _) -> number;
      case Value _ ->
          throw new IllegalStateException(function + ": argument " + index + " is no number");
    };
  }

  boolean bool(int index) {
    if (value(index) instanceof Value.Bool(boolean truth, _)) {
      return truth;
    }
    throw new IllegalStateException(function + ": argument " + index + " is no boolean");
  }

  List<Value> items(int index) {
    if (value(index) instanceof Value.Arr(List<Value> items, _)) {
      return items;
    }
    throw new IllegalStateException(function + ": argument " + index + " is no array");
  }

  Properties properties(int index) {
    if (value(index) instanceof Value.Obj(Properties properties, _)) {
      return properties;
    }
    throw new IllegalStateException(function + ": argument " + index + " is no object");
  }

  /// Where a made value comes from: the call.
  Origin origin() {
    return Origin.at(at).hidden(hiding);
  }

  FunctionResult result(Value value) {
    return new Result(value);
  }

  FunctionResult text(String text) {
    return text.length() > Limits.TEXT ? tooMuch() : new Result(new Value.Str(text, origin()));
  }

  /// A text that is an argument with small changes: one of several lines stays where it is written,
  /// so that what is found in it can be placed.
  FunctionResult like(int index, String text) {
    if (text.length() > Limits.TEXT || text(index).indexOf('\n') < 0) {
      return text(text);
    }
    return new Result(new Value.Str(text, value(index).origin().hidden(hiding)));
  }

  FunctionResult number(long number) {
    return new Result(new Value.Int(number, origin()));
  }

  FunctionResult bool(boolean truth) {
    return new Result(new Value.Bool(truth, origin()));
  }

  FunctionResult truth(Truth truth) {
    return truth == Truth.UNKNOWN ? new NotDecided() : bool(truth == Truth.TRUE);
  }

  FunctionResult nothing() {
    return new Result(new Value.Null(origin()));
  }

  FunctionResult array(List<Value> items) {
    return items.size() > Limits.MEMBERS ? tooMuch() : new Result(made(items));
  }

  FunctionResult object(List<Property> members) {
    return members.size() > Limits.MEMBERS
        ? tooMuch()
        : new Result(new Value.Obj(Properties.of(members), origin()));
  }

  Value.Arr made(List<Value> items) {
    return new Value.Arr(items, origin());
  }

  /// A value that nests others deeper.
  FunctionResult nested(Value value) {
    return Survey.of(value).excessive() ? tooMuch() : new Result(value);
  }

  Value.Str str(String text) {
    return new Value.Str(text, origin());
  }

  /// A member that the function makes itself.
  Property member(String name, Value value) {
    return new Property(name, at, value);
  }

  FunctionResult tooMuch() {
    return new TooMuch(
        "`"
            + function
            + "` takes or makes more than "
            + Limits.TEXT
            + " characters or "
            + Limits.PARTS
            + " parts, or nests them deeper than "
            + Limits.NESTING);
  }

  FunctionResult open() {
    return new NotDecided();
  }

  /// The message goes on after the function's name: `wants …`, `can't read …`.
  FunctionResult fail(String message) {
    return new Failure("`" + function + "` " + message);
  }
}
