package dev.keylint.finding;

import dev.keylint.text.Location;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// Where a property stands or would stand.
public sealed interface Spot {

  /// It is written.
  ///
  /// @param member the property: a name and what stands behind it
  /// @param value where its value was written, perhaps far from there
  /// @param old the value, where it is known and has no parts
  /// @param calls the calls of modules on the way there, outermost first, where what is written may
  ///   be made of their arguments
  record Written(Location member, Location value, Optional<Value> old, List<Location> calls)
      implements Spot {
    public Written {
      calls = List.copyOf(calls);
    }

    /// What no argument takes part in.
    public Written(Location member, Location value, Optional<Value> old) {
      this(member, value, old, List.of());
    }
  }

  /// It is not.
  ///
  /// @param owner the innermost object that is there, or the head of a declaration
  /// @param path the names that lead from there to the property. Invariant: not empty
  record Missing(Location owner, List<String> path) implements Spot {
    public Missing {
      path = List.copyOf(path);
    }
  }

  /// The api-version of a resource.
  ///
  /// @param declaration the head of its declaration
  record ApiVersion(Location declaration) implements Spot {}

  /// Whether both are one property in the text.
  default boolean isOf(Spot other) {
    boolean missing = this instanceof Missing || other instanceof Missing;
    return missing ? equals(other) : place().equals(other.place());
  }

  /// What of the text it is about.
  default Location place() {
    return switch (this) {
      case Written(_, Location value, _, _) -> value;
      case Missing(Location owner, _) -> owner;
      case ApiVersion(Location declaration) -> declaration;
    };
  }
}
