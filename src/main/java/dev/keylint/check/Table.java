package dev.keylint.check;

import java.util.List;
import java.util.Optional;

/// A map of CEL.
non-sealed interface Table extends Datum {

  /// A known optional value, or unknown when it can't be told whether the key is there.
  Result find(Datum key);

  /// The entries in order, as far as they could be read.
  List<Member> members();

  /// What stands for the entries that could not be read; empty when there are none.
  default Optional<Result.Unknown> unread() {
    return Optional.empty();
  }

  /// An entry; `certain` is false when the value may turn out null, which Azure takes as absent.
  record Member(Datum key, Result value, boolean certain) {}
}
