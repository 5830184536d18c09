package dev.keylint.check;

import java.util.List;

/// Something with named members that are looked up when they are asked for.
public non-sealed interface Struct extends Datum {
  /// A known optional value.
  Result find(String name);

  /// Answers one of its member functions, with all arguments known.
  Result ask(String question, List<Result.Known> arguments);

  /// What it shows; two structs are equal when these are, or have the same id.
  Object subject();
}
