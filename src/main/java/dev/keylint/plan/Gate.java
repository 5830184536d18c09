package dev.keylint.plan;

import dev.keylint.plan.Way.Step;
import dev.keylint.text.CallPath;
import java.util.ArrayList;
import java.util.List;

/// A condition or a loop on the way that lets nothing through.
///
/// @param index the step that has it
record Gate(int index, boolean isLoop) {}
