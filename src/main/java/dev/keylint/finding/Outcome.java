package dev.keylint.finding;

import dev.keylint.text.Location;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a rule's question was answered.
public sealed interface Outcome {
  /// The worse comes first: a failure, then what is open.
  default int rank() {
    return switch (this) {
      case Fail _ -> 0;
      case Open _ -> 1;
      case Pass _ -> 2;
    };
  }

  /// The rule is kept.
  record Pass() implements Outcome {}

  /// The rule is broken.
  record Fail() implements Outcome {}

  /// It can't be told; each cause alone is something to supply. Invariant: not empty.
  record Open(List<Cause> because) implements Outcome {
    public Open {
      because = eachOnce(because);
      if (because.isEmpty()) {
        throw new IllegalStateException("an open verdict without a cause");
      }
    }
  }

  /// What would have to be known, as a phrase, and where: `parameter \`keysOff\` has no value`.
  ///
  /// @param help what would decide it, as a phrase
  record Cause(String text, Location at, Optional<String> help) {
    /// A cause that nothing at hand would decide.
    public Cause(String text, Location at) {
      this(text, at, Optional.empty());
    }

    /// The same cause with other advice.
    public Cause decidedBy(String other) {
      return new Cause(text, at, Optional.of(other));
    }
  }

  /// Of equal reasons in one file the first place is enough to find the others.
  private static List<Cause> eachOnce(List<Cause> causes) {
    record Key(String text, String container) {}
    Map<Key, Cause> once = new LinkedHashMap<>();
    for (Cause cause : causes) {
      once.merge(
          new Key(cause.text(), cause.at().container()),
          cause,
          (old, next) ->
              old.help().isPresent() ? old : new Cause(old.text(), old.at(), next.help()));
    }
    return List.copyOf(once.values());
  }
}
