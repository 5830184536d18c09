package dev.keylint.check;

import java.util.List;

/// A map that an expression makes.
record Dictionary(List<Member> members) implements Table {
  Dictionary {
    members = List.copyOf(members);
  }

  /// Whether CEL allows it as a key.
  static boolean isKey(Datum datum) {
    return datum instanceof Datum.Text || datum instanceof Datum.Int || datum instanceof Datum.Bool;
  }

  @Override
  public Result find(Datum key) {
    for (Member member : members) {
      if (Equality.same(member.key(), key)) {
        return new Result.Known(Datum.Maybe.of(member.value()), member.value().why());
      }
    }
    return Result.of(Datum.Maybe.NONE);
  }
}
