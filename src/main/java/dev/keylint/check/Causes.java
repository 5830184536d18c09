package dev.keylint.check;

import dev.keylint.finding.Outcome.Cause;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;

/// Says in words why something can't be told.
final class Causes {
  private static final int AT_MOST = 5;

  private Causes() {}

  /// The causes of an unknown or failed result.
  static List<Cause> of(Result result, Subject subject) {
    List<Cause> causes = new ArrayList<>();
    switch (result) {
      case Result.Known _ -> throw new IllegalStateException("known, and open?");
      case Result.Unknown unknown ->
          unknown.because().stream()
              .flatMap(it -> ReasonWords.of(it).stream())
              .distinct()
              .limit(AT_MOST)
              .forEach(causes::add);
      case Result.Failed(String message, Why why, var misfit) -> {
        Location at = why.leading().map(Place::at).orElse(subject.declaration());
        causes.add(new Cause(message, at, misfit.map(Misfits::help)));
      }
    }
    return causes;
  }
}
