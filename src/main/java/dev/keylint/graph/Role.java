package dev.keylint.graph;

import dev.keylint.value.Value;
import java.util.List;

/// A role definition as far as it is known.
public sealed interface Role {
  /// The GUID, the last segment of a role definition's id, in lower case.
  Value id();

  /// What people call it; the GUID when there is no better name.
  Value name();

  /// Whether the role holds an action of the control plane.
  Truth allows(String action);

  /// Whether the role holds a data action.
  Truth allowsData(String action);

  /// Whether the role has data actions at all.
  Truth hasDataActions();

  /// A role whose permissions are known: a union over its entries.
  record Known(Value id, Value name, List<Permission> permissions) implements Role {
    public Known {
      permissions = List.copyOf(permissions);
    }

    @Override
    public Truth allows(String action) {
      return Truth.of(permissions.stream().anyMatch(entry -> entry.allows(action)));
    }

    @Override
    public Truth allowsData(String action) {
      return Truth.of(permissions.stream().anyMatch(entry -> entry.allowsData(action)));
    }

    @Override
    public Truth hasDataActions() {
      return Truth.of(permissions.stream().anyMatch(entry -> !entry.dataActions().isEmpty()));
    }
  }

  /// A role that is not known, because its id is not, or because no definition of that id is at
  /// hand.
  record Unresolved(Value id, Value name, Value.Unknown because) implements Role {
    @Override
    public Truth allows(String action) {
      return Truth.open(because);
    }

    @Override
    public Truth allowsData(String action) {
      return Truth.open(because);
    }

    @Override
    public Truth hasDataActions() {
      return Truth.open(because);
    }
  }
}
