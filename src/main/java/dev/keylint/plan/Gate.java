package dev.keylint.plan;

/// A condition or a loop on the way that lets nothing through.
///
/// @param index the step that has it
record Gate(int index, boolean isLoop) {}
