package dev.keylint.rule;

import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// The edit that makes the subject comply.
///
/// @param because what an unsafe edit may break. Invariant: there is one if it is unsafe
public record Fix(List<Edit> edits, Safety safety, Optional<String> because) {
  public Fix {
    edits = List.copyOf(edits);
    if (safety == Safety.UNSAFE && because.isEmpty()) {
      throw new IllegalStateException("an unsafe fix without a reason");
    }
  }

  /// Whether the edit can be made without asking.
  public enum Safety {
    SAFE,
    UNSAFE
  }

  /// One change of a property.
  public sealed interface Edit {
    Formula at();
  }

  /// The property gets this value.
  public record Set(Formula at, Value value) implements Edit {}

  /// The property gets a text made from the subject.
  public record SetText(Formula at, Message text) implements Edit {}

  /// Within what is written for the property, each `from` becomes `to`.
  public record Replace(Formula at, Message from, Message to) implements Edit {}

  /// The property goes away.
  public record Remove(Formula at) implements Edit {}
}
