package dev.keylint.eval.expression;

import dev.keylint.eval.run.Run;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.Optional;

/// Values that are of no use where they stand: what is said of one names what brought it there.
final class Misfit {
  private Misfit() {}

  /// What stands for an expression that Azure would refuse because of this value.
  static Value failed(String words, Value value, Term term, Location at, Run run) {
    Optional<Origin.Step> carrier =
        value.origin().way().stream().filter(step -> !carrier(step.kind()).isEmpty()).findFirst();
    String whose =
        carrier
            .map(step -> "; it is " + carrier(step.kind()) + " `" + step.name() + "`")
            .orElse("");
    Optional<String> help = carrier.map(step -> "it comes from " + step.at());
    return run.failed(words + whose, help, term, at);
  }

  /// What a reader may have to change; empty for other steps of its way.
  private static String carrier(Origin.Kind step) {
    return switch (step) {
      case PARAMETER_DEFAULT -> "the default of parameter";
      case PARAMETER_FILE -> "the value of parameter";
      case MODULE_ARGUMENT -> "the argument for parameter";
      case OUTPUT -> "output";
      case PARAMETER, VARIABLE, LOOP, FUNCTION, LOADED_FILE, UNSET, EMPTY, GIVEN -> "";
    };
  }
}
