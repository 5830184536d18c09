package dev.keylint.check;

import dev.keylint.finding.Outcome.Cause;
import dev.keylint.value.Reason;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
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
              .map(it -> new Cause(phrase(it), it.origin().at()))
              .distinct()
              .limit(AT_MOST)
              .forEach(causes::add);
      case Result.Failed(String message, Why why) -> {
        List<Place> places = why.places();
        causes.add(
            new Cause(message, places.isEmpty() ? subject.declaration() : places.getFirst().at()));
      }
    }
    return causes;
  }

  private static String phrase(Value.Unknown unknown) {
    return switch (unknown.reason()) {
      case Reason.MissingParameter(String name, _) -> "parameter `" + name + "` has no value";
      case Reason.RuntimeReference(String resource, String path) ->
          "only Azure knows `" + path + "` of `" + resource + "`";
      case Reason.KeyOf(String resource, String function) ->
          "a key that `" + function + "` gets from `" + resource + "`";
      case Reason.DeploymentContext(String what) -> "`" + what + "` depends on the deployment";
      case Reason.Secret(String parameter) -> "`" + parameter + "` is a secret";
      case Reason.NonDeterministic(String function) ->
          "`" + function + "` gives another value each time";
      case Reason.MissingModule(String reference) -> "module `" + reference + "` is not here";
      case Reason.MissingFile(String path) -> "file `" + path + "` is not here";
      case Reason.Unsupported(String construct) -> "keylint does not evaluate `" + construct + "`";
      case Reason.Failed(String message) -> message;
      case Reason.Withheld(String what) -> "`" + what + "` could not be read";
      case Reason.Rewritten(String resource) ->
          "`" + resource + "` is written twice, and it is not known what the last write leaves";
    };
  }

  /// An unknown value as a message shows it.
  static String shown(Value value) {
    return Shown.text(value);
  }
}
