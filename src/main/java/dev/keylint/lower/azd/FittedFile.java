package dev.keylint.lower.azd;

import dev.keylint.template.ByVariable;
import dev.keylint.template.ParameterFile;
import dev.keylint.text.Location;
import java.util.List;
import java.util.Map;

/// A parameter file as its template gets it.
///
/// @param byVariables by which variables values are what they are, by the places of these: those in
///   the file, and where parameters are declared that get none for that
public record FittedFile(ParameterFile file, Map<Location, List<ByVariable>> byVariables) {
  public FittedFile {
    byVariables = Map.copyOf(byVariables);
  }
}
