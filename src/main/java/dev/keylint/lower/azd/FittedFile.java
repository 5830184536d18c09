package dev.keylint.lower.azd;

import dev.keylint.template.ParameterFile;
import dev.keylint.text.Location;
import java.util.Map;

/// A parameter file as its template gets it.
///
/// @param defaults where a value stands that only counts because a variable is unset: the
///   template's default or the value in the file, and what would decide otherwise, as a phrase;
///   also where a parameter is declared that gets no value for that
public record FittedFile(ParameterFile file, Map<Location, String> defaults) {
  public FittedFile {
    defaults = Map.copyOf(defaults);
  }

  /// What would decide otherwise than a default: a value for a variable.
  ///
  /// @param name whose default it is: a parameter's or a variable's
  public static String byDefault(String name, String variable) {
    return "by the default of `" + name + "`; `--env " + variable + "=…` would decide otherwise";
  }

  /// What would decide a parameter that the file gives by a variable.
  static String byVariable(String variable, Location at) {
    return "`--env " + variable + "=…` says what it is (read at " + at + ")";
  }
}
