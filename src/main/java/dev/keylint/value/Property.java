package dev.keylint.value;

import dev.keylint.text.Location;
import java.util.List;

/// A member of an object: its name as written, the place of the whole member, and its value.
///
/// The place is where a finding about the member points, however far the value has travelled; the
/// value's own origin says where that was written.
///
/// @param hiding whether the name is printed: it may come from a text that is not
public record Property(String name, Location at, Value value, Hiding hiding) {
  /// A member whose name everybody may read.
  public Property(String name, Location at, Value value) {
    this(name, at, value, Hiding.NONE);
  }

  /// The same member with another value.
  public Property with(Value other) {
    return new Property(name, at, other, hiding);
  }

  /// The name as a value.
  public Value.Str key(Origin origin) {
    return new Value.Str(name, origin.hidden(hiding));
  }

  /// The name as people may read it.
  public String shown() {
    return hiding == Hiding.NONE ? name : "***";
  }

  /// The same as a member of an item of a list: the environment variables by which the item is
  /// there decided its value, too.
  public Property in(Value item) {
    List<Origin.Step> variables = item.origin().variables();
    return variables.isEmpty() ? this : with(value.at(value.origin().decidedBy(variables)));
  }
}
