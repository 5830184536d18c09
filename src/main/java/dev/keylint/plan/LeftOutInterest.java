package dev.keylint.plan;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// What is looked for.
///
/// @param types which resource types are of interest
/// @param ours which of them also in published modules, where a variable of the user keeps them out
/// @param evidence the properties of a type of which something must be known, see `Interest`
/// @param keys where only keys of services matter
/// @param all whether published modules are entered, too, and all is supposed at once: not to judge
///   it, as what published modules leave out is their authors' business, but to compare it
public record LeftOutInterest(
    Predicate<String> types,
    Predicate<String> ours,
    Function<String, List<String>> evidence,
    LeftOutKeys keys,
    boolean all) {}
