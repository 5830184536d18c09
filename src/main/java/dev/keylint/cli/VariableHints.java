package dev.keylint.cli;

import dev.keylint.check.ReasonWords;
import dev.keylint.finding.Outcome;
import dev.keylint.template.ByVariable;
import dev.keylint.text.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Says by which variable somebody could give a parameter a value that has none.
final class VariableHints {
  private VariableHints() {}

  /// The same cause; with a variable as what would decide it, if it is for one.
  static Outcome.Cause of(Outcome.Cause cause, Map<Location, List<ByVariable>> byVariables) {
    return byVariables.getOrDefault(cause.at(), List.of()).stream()
        .flatMap(it -> hint(it).stream())
        .findFirst()
        .map(it -> ReasonWords.given(cause, it))
        .orElse(cause);
  }

  private static Optional<String> hint(ByVariable by) {
    return switch (by) {
      case ByVariable.Missing(String name, Location at) ->
          Optional.of("`--env " + name + "=…` says what it is (read at " + at + ")");
      case ByVariable.Output(String name, Location at) ->
          Optional.of(
              "azd asks for it, as the output `"
                  + name
                  + "` of an earlier layer gives none (read at "
                  + at
                  + ")");
      case ByVariable.Default _, ByVariable.Empty _, ByVariable.Given _ -> Optional.empty();
    };
  }
}
