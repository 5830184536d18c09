package dev.keylint.resource;

import dev.keylint.text.Location;

/// Another write of a resource by the same deployment, or what the write itself depends on.
///
/// @param declaredAt where that write is declared
/// @param at what tells it from the write that is judged: its declaration or, where both have the
///   same, the call by which it is reached
public record OtherWrite(Location declaredAt, Location at, Kind kind) {

  /// How it stands to the write that is judged.
  public enum Kind {
    /// It is made before.
    OVERWRITTEN,
    /// Which of the two is made last is not known.
    UNORDERED,
    /// It is made where the condition of the one that is judged does not hold.
    INSTEAD,
    /// The condition without which something else is written; no write of its own.
    CONDITION
  }
}
