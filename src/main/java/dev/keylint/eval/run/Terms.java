package dev.keylint.eval.run;

import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.List;

/// Makers of values, known and unknown, that stand at one place.
public final class Terms {
  private Terms() {}

  /// A text.
  public static Value.Str text(String text, Location at) {
    return new Value.Str(text, Origin.at(at));
  }

  /// A whole number.
  public static Value.Int integer(long number, Location at) {
    return new Value.Int(number, Origin.at(at));
  }

  /// True or false.
  public static Value.Bool bool(boolean truth, Location at) {
    return new Value.Bool(truth, Origin.at(at));
  }

  /// Null.
  public static Value.Null nothing(Location at) {
    return new Value.Null(Origin.at(at));
  }

  /// An array of these items.
  public static Value.Arr array(List<Value> items, Location at) {
    return new Value.Arr(items, Origin.at(at));
  }

  /// A value that is not known.
  public static Value.Unknown unknown(Term term, Reason reason, Location at) {
    return new Value.Unknown(term, reason, Origin.at(at));
  }

  /// A call of unknown outcome for a reason of its own.
  public static Value.Unknown call(
      String function, List<Value> arguments, Reason reason, Location at) {
    Origin origin = origin(arguments, at);
    return new Value.Unknown(
        new Term.Call(FunctionNames.canonical(function), arguments), reason, origin);
  }

  /// A call that stays because something of its arguments is unknown.
  public static Value.Unknown call(String function, List<Value> arguments, Location at) {
    Reason reason = Reasons.of(arguments, new Reason.Unsupported("function " + function));
    return call(function, arguments, reason, at);
  }

  /// The same origin for all that is made of these values: the place of the expression, secret if
  /// one of them is.
  public static Origin origin(List<Value> parts, Location at) {
    Origin origin = Values.decided(Origin.at(at), parts);
    for (Value part : parts) {
      origin = origin.hidden(part.origin().hiding());
    }
    return origin;
  }
}
