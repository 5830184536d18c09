package dev.keylint.check;

import dev.keylint.finding.Outcome.Cause;
import java.util.List;

/// What a rule says about one subject.
public sealed interface Verdict {
  /// It complies.
  record Pass() implements Verdict {}

  /// It does not.
  record Fail(String message) implements Verdict {}

  /// It can't be told, because of these; the message is the one it would fail with. Invariant: not
  /// empty.
  record Open(List<Cause> because, String message) implements Verdict {
    public Open {
      because = List.copyOf(because);
      if (because.isEmpty()) {
        throw new IllegalStateException("an open verdict without a cause");
      }
    }
  }
}
