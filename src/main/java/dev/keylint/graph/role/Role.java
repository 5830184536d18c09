package dev.keylint.graph.role;

import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Value;
import java.util.List;
import java.util.function.BiPredicate;

/// A role definition as far as it is known.
public sealed interface Role {
  /// The GUID, the last segment of a role definition's id, in lower case.
  Value id();

  /// What people call it; the GUID when there is no better name.
  Value name();

  /// Whether the role gives an action of the control plane.
  Answer allows(String action);

  /// Whether the role gives a data action.
  Answer allowsData(String action);

  /// Whether the role has data actions at all.
  Answer hasDataActions();

  /// Whether the role has data actions of a provider, such as `Microsoft.Search`.
  Answer hasDataActions(String provider);

  /// A role whose permissions are known: a union over its entries.
  record Known(Value id, Value name, List<Permission> permissions) implements Role {
    public Known {
      permissions = List.copyOf(permissions);
    }

    @Override
    public Answer allows(String action) {
      return union(action, Permission::allows);
    }

    @Override
    public Answer allowsData(String action) {
      return union(action, Permission::allowsData);
    }

    @Override
    public Answer hasDataActions() {
      return Answer.of(permissions.stream().anyMatch(entry -> !entry.dataActions().isEmpty()));
    }

    @Override
    public Answer hasDataActions(String provider) {
      return Answer.of(permissions.stream().anyMatch(entry -> entry.reachesData(provider)));
    }

    private Answer union(String action, BiPredicate<Permission, String> gives) {
      Answer all = Answer.no();
      for (Permission entry : permissions) {
        if (gives.test(entry, action)) {
          all = all.or(entry.isConditional(action) ? conditional() : Answer.yes());
        }
      }
      return all;
    }

    private Answer conditional() {
      return Answer.open(Doubt.unsupported("condition of a role", id.origin().at()));
    }
  }

  /// A role that is not known, because its id is not, or because no definition of that id is at
  /// hand.
  record Unresolved(Value id, Value name, Value.Unknown because) implements Role {
    @Override
    public Answer allows(String action) {
      return Answer.open(because);
    }

    @Override
    public Answer allowsData(String action) {
      return Answer.open(because);
    }

    @Override
    public Answer hasDataActions() {
      return Answer.open(because);
    }

    @Override
    public Answer hasDataActions(String provider) {
      return Answer.open(because);
    }
  }
}
