package dev.keylint.eval.function;

import dev.keylint.value.Hiding;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;

/// What a function takes: `required` parameters, then optional ones; the last may repeat.
///
/// Invariant: a function that repeats has at least one parameter.
record Signature(List<Kind> parameters, int required, boolean repeats) {
  Signature {
    parameters = List.copyOf(parameters);
  }

  static Signature of(Kind... required) {
    return new Signature(List.of(required), required.length, false);
  }

  Signature optional(Kind more) {
    return new Signature(with(more), required, false);
  }

  /// As many more arguments of this kind as one likes.
  Signature any(Kind repeated) {
    return new Signature(with(repeated), required, true);
  }

  /// At least so many arguments of this kind.
  static Signature atLeast(int count, Kind repeated) {
    return new Signature(List.of(repeated), count, true);
  }

  Match match(List<Value> arguments) {
    if (arguments.size() < required || (!repeats && arguments.size() > parameters.size())) {
      return new Match.Wrong("takes " + count() + " arguments, got " + arguments.size());
    }
    boolean open = false;
    Hiding hiding = Hiding.NONE;
    for (int i = 0; i < arguments.size(); i++) {
      Kind kind = parameters.get(Math.min(i, parameters.size() - 1));
      Value argument = arguments.get(i);
      if (!kind.takes(argument)) {
        return new Match.Wrong(
            "wants " + kind + " as argument " + (i + 1) + ", got " + KindShape.of(argument));
      }
      open |= kind.waitsFor(argument);
      hiding = hiding.and(argument.origin().hiding());
      if (kind.whole()) {
        Survey survey = Survey.of(argument);
        if (survey.excessive()) {
          return new Match.Excessive("got a value with too many parts as argument " + (i + 1));
        }
        open |= !survey.known();
        hiding = hiding.and(survey.hiding());
      }
    }
    return open ? new Match.Open() : new Match.Fits(hiding);
  }

  private String count() {
    if (repeats) {
      return "at least " + required;
    }
    return parameters.size() == required ? "" + required : required + " to " + parameters.size();
  }

  private List<Kind> with(Kind more) {
    List<Kind> all = new ArrayList<>(parameters);
    all.add(more);
    return all;
  }

  @Override
  public String toString() {
    return parameters + (repeats ? "..." : "");
  }

  /// How arguments fit.
  sealed interface Match {
    /// They do, and are hidden so, all taken together.
    record Fits(Hiding hiding) implements Match {}

    /// They may, once they are known.
    record Open() implements Match {}

    /// They don't, whatever the unknown ones turn out to be.
    record Wrong(String why) implements Match {}

    /// One of them is larger than we look through.
    record Excessive(String why) implements Match {}
  }
}
