package dev.keylint.plan;

import java.util.function.Predicate;

/// What is looked for.
///
/// @param types which resource types are of interest
/// @param all whether published modules are entered, too, and all is supposed at once: not to judge
///   it, as what published modules leave out is their authors' business, but to compare it
/// @param open the types of role assignments of which there is nothing to say unless something is
///   known of their principal
public record LeftOutInterest(Predicate<String> types, Predicate<String> open, boolean all) {}
