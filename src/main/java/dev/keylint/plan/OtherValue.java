package dev.keylint.plan;

import dev.keylint.template.ByVariable;
import dev.keylint.text.Location;
import java.util.Optional;

/// A value that an environment variable has not, and that the parameter which it gives could take.
///
/// @param by how the variable takes part in what the parameter is now
/// @param parameter the parameter's name
/// @param at where that is decided
/// @param text the value, as it would be given by `--env`; none for any that nobody knows
public record OtherValue(ByVariable by, String parameter, Location at, Optional<String> text) {
  /// Whether the parameter has that value in a deployment: the variable may be a part of its text
  /// only.
  public boolean isIn(LoweredDeployment it) {
    return text.filter(known -> !OtherValues.areIn(it, parameter, known)).isEmpty();
  }
}
