package dev.keylint.eval;

import dev.keylint.template.ByVariable;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import java.util.Optional;

/// The parts that environment variables take in parameters, as steps of the way of a value.
public final class VariableSteps {
  private VariableSteps() {}

  /// That of one; none for what only an earlier deployment knows.
  ///
  /// @param at where the parameter gets its value
  public static Optional<Origin.Step> of(ByVariable by, String parameter, Location at) {
    return switch (by) {
      case ByVariable.Default(String name, String owner, boolean choice) ->
          Optional.of(
              Origin.Step.of(
                  Origin.Kind.UNSET, owner, at, new Origin.Variable(name, "--env", choice)));
      case ByVariable.Empty(String name) -> Optional.of(empty(name, at));
      case ByVariable.Missing(String name, _) -> Optional.of(empty(name, at));
      case ByVariable.Given(String name, String option) ->
          Optional.of(
              Origin.Step.of(
                  Origin.Kind.GIVEN, parameter, at, new Origin.Variable(name, option, false)));
      case ByVariable.Output _ -> Optional.empty();
    };
  }

  private static Origin.Step empty(String variable, Location at) {
    return Origin.Step.of(
        Origin.Kind.EMPTY, variable, at, new Origin.Variable(variable, "--env", false));
  }
}
