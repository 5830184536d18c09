package dev.keylint.check;

import java.util.List;
import java.util.Optional;

/// A value of CEL, as far as rules need them; what it is made of may be unknown.
public sealed interface Datum permits Datum.Scalar, Datum.Items, Datum.Maybe, Table, Struct {

  /// A value without parts.
  sealed interface Scalar extends Datum {}

  record Nothing() implements Scalar {
    static final Nothing IT = new Nothing();
  }

  record Bool(boolean value) implements Scalar {
    private static final Bool TRUE = new Bool(true);
    private static final Bool FALSE = new Bool(false);

    static Bool of(boolean value) {
      return value ? TRUE : FALSE;
    }
  }

  record Int(long value) implements Scalar {}

  record Real(double value) implements Scalar {}

  record Text(String value) implements Scalar {}

  /// A list of known length.
  record Items(List<Result> results) implements Datum {
    public Items {
      results = List.copyOf(results);
    }
  }

  /// An optional value of CEL.
  record Maybe(Optional<Result> result) implements Datum {
    static final Maybe NONE = new Maybe(Optional.empty());

    static Maybe of(Result result) {
      return new Maybe(Optional.of(result));
    }
  }

  /// What messages call its kind.
  default String kind() {
    return switch (this) {
      case Nothing _ -> "null";
      case Bool _ -> "a boolean";
      case Int _, Real _ -> "a number";
      case Text _ -> "a text";
      case Items _ -> "an array";
      case Maybe _ -> "an optional value";
      case Table _, Struct _ -> "an object";
    };
  }
}
