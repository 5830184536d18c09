package dev.keylint.check;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.util.Optional;

/// Values of a template that are of another kind than their property has: `'false'` for `false`.
final class Misfits {
  private Misfits() {}

  /// What to do where `wanted` is due.
  static String help(String wanted) {
    return "write " + wanted + ": Azure refuses another kind, or reads it as the service sees fit";
  }

  /// What there is to say about one that keeps a rule from being decided: the run is incomplete.
  static Optional<Diagnostic> diagnostic(Result result) {
    return result instanceof Result.Failed(String message, Why why, var misfit)
            && misfit.isPresent()
            && why.leading().filter(it -> it.origin().isPresent()).isPresent()
            && why.leading().orElseThrow().at() instanceof Location.InFile at
        ? Optional.of(
            Diagnostic.of(Diagnostic.Kind.SEMANTIC, message, at).help(help(misfit.orElseThrow())))
        : Optional.empty();
  }
}
