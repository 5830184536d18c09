package dev.keylint.plan;

import dev.keylint.text.Location;

/// Why something is left out.
///
/// @param unless what would have to hold for it to be made, such as "`withSearch` were true"
/// @param at where that is decided: the parameter, its value, or the condition
/// @param decides what stands there, as a phrase
public record LeftOutCause(String unless, Location at, String decides) {}
