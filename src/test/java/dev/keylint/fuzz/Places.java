package dev.keylint.fuzz;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.util.List;

/// What holds for every diagnostic, whatever the input: it says something, and its place is one.
public final class Places {
  private Places() {}

  /// Fails for the first diagnostic for which it does not hold.
  public static void check(List<Diagnostic> diagnostics) {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.message().isBlank()) {
        throw new AssertionError("a diagnostic without a message at " + diagnostic.location());
      }
      check(diagnostic.location());
    }
  }

  private static void check(Location location) {
    if (location instanceof Location.InFile(var source, var span)) {
      if (span.end() > source.text().length()) {
        throw new AssertionError(span + " is outside of " + source.path());
      }
      if (source.position(span.start()).line() > source.lineCount()
          || source.position(span.end()).line() > source.lineCount()) {
        throw new AssertionError(span + " is on no line of " + source.path());
      }
    }
  }
}
