package dev.keylint.check;

import java.util.List;

/// A map of CEL.
non-sealed interface Table extends Datum {

  /// A known optional value, or unknown when it can't be told whether the key is there.
  Result find(Datum key);

  /// The entries in order.
  List<Member> members();

  /// An entry; `certain` is false when the value may turn out null, which Azure takes as absent.
  record Member(Datum key, Result value, boolean certain) {}
}
