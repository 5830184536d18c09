package dev.keylint.check;

import java.util.Optional;

/// Says that a value of the estate is of another kind than the rule needs.
final class Mismatch {
  private static final int LONGEST = 40;

  private Mismatch() {}

  static Result.Failed of(Datum datum, Why why, String wanted) {
    String what = why.leading().map(Mismatch::name).orElse("a value");
    String message = what + " is " + kind(datum, why) + ", not " + wanted;
    return new Result.Failed(message, why, Optional.of(wanted));
  }

  /// The same of a text that is not known.
  static Result.Failed ofText(Why why, String wanted) {
    String what = why.leading().map(Mismatch::name).orElse("a value");
    return new Result.Failed(what + " is a text, not " + wanted, why, Optional.of(wanted));
  }

  static Result.Failed absent(Place place, Why why) {
    return new Result.Failed(name(place) + " is absent", why);
  }

  static Result.Failed of(Result known, String wanted) {
    return known instanceof Result.Known(Datum datum, Why why)
        ? of(datum, why, wanted)
        : new Result.Failed("not " + wanted, known.why());
  }

  /// The path as the template has it: the resource itself is where the reader looks.
  private static String name(Place place) {
    String path = place.path();
    return "`" + (path.startsWith("resource.") ? path.substring(9) : path) + "`";
  }

  private static String kind(Datum datum, Why why) {
    boolean secret = why.leading().flatMap(Place::origin).filter(it -> it.secret()).isPresent();
    return datum instanceof Datum.Text(String text) && !secret && text.length() <= LONGEST
        ? "the text '" + text + "'"
        : datum.kind();
  }
}
