package dev.keylint.template;

import dev.keylint.text.Location;
import java.util.Optional;

/// A loop over a collection (Bicep `for`) or over a count (ARM `copy`).
///
/// @param name the copy name, by which `copyIndex('name')` finds it; in Bicep a name unique in the
///   file
/// @param count how often; for a collection `length(collection)`
/// @param collection what a Bicep loop runs over
/// @param item the variable that holds the item
/// @param index the variable that holds the index
public record Loop(
    String name,
    Expr count,
    Optional<Expr> collection,
    Optional<String> item,
    Optional<String> index,
    Location at) {}
