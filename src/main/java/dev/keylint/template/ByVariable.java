package dev.keylint.template;

import dev.keylint.text.Location;

/// How an environment variable takes part in what a parameter is.
public sealed interface ByVariable {
  /// The variable.
  String name();

  /// It has no value, so that a default counts.
  ///
  /// @param owner whose default: the parameter or the variable
  /// @param choice whether the parameter has few values only, so that each one counts
  record Default(String name, String owner, boolean choice) implements ByVariable {}

  /// It has no value, and counts as an empty text.
  record Empty(String name) implements ByVariable {}

  /// It has no value, so that the parameter has none, either.
  ///
  /// @param at where the variable is read
  record Missing(String name, Location at) implements ByVariable {}

  /// An output of an earlier deployment stands for it, so that the parameter has no value where
  /// that turns out empty.
  ///
  /// @param at where the variable is read
  record Output(String name, Location at) implements ByVariable {}

  /// The user gave it its value for this run.
  ///
  /// @param option by which the user did, such as `--env`
  record Given(String name, String option) implements ByVariable {}
}
