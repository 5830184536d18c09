package dev.keylint.rule;

import java.util.List;

/// A sentence with holes that are filled in by expressions: `'{resource.name}' accepts keys.`
public record Message(List<Part> parts) {
  public Message {
    parts = List.copyOf(parts);
  }

  /// A piece of a message.
  public sealed interface Part {}

  /// Words as they are.
  public record Words(String text) implements Part {}

  /// The value of an expression, as text.
  public record Hole(Formula formula) implements Part {}
}
