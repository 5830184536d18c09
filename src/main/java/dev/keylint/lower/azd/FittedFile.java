package dev.keylint.lower.azd;

import dev.keylint.template.ParameterFile;
import dev.keylint.text.Location;
import java.util.Map;

/// A parameter file as its template gets it.
///
/// @param defaults where a value stands that only counts because a variable is unset: the
///   template's default or the value in the file, and what would decide otherwise, as a phrase
public record FittedFile(ParameterFile file, Map<Location, String> defaults) {
  public FittedFile {
    defaults = Map.copyOf(defaults);
  }
}
