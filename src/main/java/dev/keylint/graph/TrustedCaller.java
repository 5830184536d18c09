package dev.keylint.graph;

import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Value;

/// A service of Azure that calls another one with its managed identity, and that the other's
/// firewall may let in as a trusted one.
///
/// @param overPublicAddress whether it does call, and not by a private way
/// @param at what says that it calls
public record TrustedCaller(Value name, Answer overPublicAddress, Location at) {}
