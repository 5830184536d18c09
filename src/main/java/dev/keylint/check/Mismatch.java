package dev.keylint.check;

/// Says that a value of the estate is of another kind than the rule needs.
final class Mismatch {
  private Mismatch() {}

  static Result.Failed of(Datum datum, Why why, String wanted) {
    String what = why.leading().map(it -> "`" + it.path() + "`").orElse("a value");
    return new Result.Failed(what + " is " + datum.kind() + ", not " + wanted, why);
  }

  static Result.Failed absent(String path, Why why) {
    return new Result.Failed("`" + path + "` is absent", why);
  }

  static Result.Failed of(Result known, String wanted) {
    return known instanceof Result.Known(Datum datum, Why why)
        ? of(datum, why, wanted)
        : new Result.Failed("not " + wanted, known.why());
  }
}
