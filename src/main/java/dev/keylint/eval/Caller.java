package dev.keylint.eval;

import dev.keylint.template.Declaration;
import java.util.OptionalInt;

/// The module call or nested deployment by which a template is deployed, and where that stands.
///
/// @param turn which turn of its loop it is; empty without one, and where that is not known
record Caller(Site site, Declaration declaration, OptionalInt turn) {}
