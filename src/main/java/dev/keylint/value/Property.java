package dev.keylint.value;

import dev.keylint.text.Location;
import java.util.List;

/// A member of an object: its name as written, the place of the whole member, and its value.
///
/// The place is where a finding about the member points, however far the value has travelled; the
/// value's own origin says where that was written.
public record Property(String name, Location at, Value value) {
  /// The same as a member of an item of a list: the environment variables by which the item is
  /// there decided its value, too.
  public Property in(Value item) {
    List<Origin.Step> variables = item.origin().variables();
    return variables.isEmpty()
        ? this
        : new Property(name, at, value.at(value.origin().decidedBy(variables)));
  }
}
