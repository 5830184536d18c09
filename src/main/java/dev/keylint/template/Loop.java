package dev.keylint.template;

import dev.keylint.text.Location;
import java.util.Optional;
import java.util.OptionalInt;

/// A loop over a collection (Bicep `for`) or over a count (ARM `copy`).
///
/// @param name the copy name, by which `copyIndex('name')` finds it; in Bicep a name unique in the
///   file
/// @param count how often; for a collection `length(collection)`
/// @param collection what a Bicep loop runs over
/// @param item the variable that holds the item
/// @param index the variable that holds the index
/// @param batch how many turns are deployed at once; empty when all are, or as many as Azure likes
public record Loop(
    String name,
    Expr count,
    Optional<Expr> collection,
    Optional<String> item,
    Optional<String> index,
    Location at,
    OptionalInt batch) {

  /// A loop whose turns are not deployed one after the other.
  public Loop(
      String name,
      Expr count,
      Optional<Expr> collection,
      Optional<String> item,
      Optional<String> index,
      Location at) {
    this(name, count, collection, item, index, at, OptionalInt.empty());
  }

  /// The same, so many turns at once.
  public Loop inBatches(OptionalInt turns) {
    return new Loop(name, count, collection, item, index, at, turns);
  }
}
