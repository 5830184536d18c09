package dev.keylint.eval;

import dev.keylint.template.Declaration;
import dev.keylint.value.Origin;

/// A value supplied for a parameter, not yet evaluated.
///
/// @param frame what the argument's expression sees: the caller, or the parameter file
/// @param kind by which way it comes
record Given(Declaration.Argument argument, Frame frame, Origin.Kind kind) {}
