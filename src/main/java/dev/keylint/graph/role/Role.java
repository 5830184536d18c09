package dev.keylint.graph.role;

import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/// A role definition as far as it is known.
public sealed interface Role {
  /// The GUID, the last segment of a role definition's id, in lower case.
  Value id();

  /// What people call it; the GUID when there is no better name.
  Value name();

  /// What kind of role it is, by a word of `RoleKind`; unknown when the id is, or when the id may
  /// be one of the tenant's own.
  Value kind();

  /// Whether its id is known and no GUID.
  default boolean isMalformed() {
    return this instanceof Unresolved it && it.is().filter(RoleKind.MALFORMED::equals).isPresent();
  }

  /// The built-in role that was probably meant, when the id is of none.
  Optional<BuiltInRole> near();

  /// Whether the role has anything to say about resources of a provider, such as
  /// `Microsoft.Search`.
  Answer reaches(String provider);

  /// Whether it has something to say about resources of another provider than these, which are in
  /// lower case.
  Answer reachesOthers(Set<String> providers);

  /// Whether the role gives an action of the control plane.
  Answer allows(String action);

  /// Whether the role gives a data action.
  Answer allowsData(String action);

  /// Whether the role has data actions at all.
  Answer hasDataActions();

  /// Whether the role has data actions of a provider, such as `Microsoft.Search`.
  Answer hasDataActions(String provider);

  /// A role whose permissions are known: a union over its entries.
  record Known(Value id, Value name, RoleKind is, List<Permission> permissions) implements Role {
    public Known {
      permissions = List.copyOf(permissions);
    }

    @Override
    public Value kind() {
      return is.value(id.origin());
    }

    @Override
    public Optional<BuiltInRole> near() {
      return Optional.empty();
    }

    @Override
    public Answer reaches(String provider) {
      return Answer.of(permissions.stream().anyMatch(entry -> entry.reaches(provider)));
    }

    @Override
    public Answer reachesOthers(Set<String> providers) {
      return Answer.of(permissions.stream().anyMatch(entry -> entry.reachesOthers(providers)));
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
  ///
  /// @param is what is wrong with the id, when it certainly is of no role; Azure refuses it then
  record Unresolved(
      Value id,
      Value name,
      Value.Unknown because,
      Optional<RoleKind> is,
      Optional<BuiltInRole> near)
      implements Role {
    @Override
    public Value kind() {
      return is.map(it -> it.value(id.origin())).orElse(because);
    }

    @Override
    public Answer reaches(String provider) {
      return Answer.open(because);
    }

    @Override
    public Answer reachesOthers(Set<String> providers) {
      return Answer.open(because);
    }

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

  /// A role of whose permissions a part is not known: what the others give is certain.
  record Partly(Role of, Value.Unknown because) implements Qualified {
    @Override
    public Answer qualified(Answer given) {
      return given.or(Answer.open(because));
    }
  }

  /// A role of which it is not known whether it is given at all: what it gives is open, what it
  /// does not give is certain.
  record Doubtful(Role of, Value.Unknown because) implements Qualified {
    @Override
    public Answer qualified(Answer given) {
      return given.and(Answer.open(because));
    }
  }

  /// A role whose answers count with a doubt.
  sealed interface Qualified extends Role {
    /// The role without the doubt.
    Role of();

    /// An answer of that role, with the doubt.
    Answer qualified(Answer given);

    @Override
    default Value id() {
      return of().id();
    }

    @Override
    default Value name() {
      return of().name();
    }

    @Override
    default Value kind() {
      return of().kind();
    }

    @Override
    default boolean isMalformed() {
      return of().isMalformed();
    }

    @Override
    default Optional<BuiltInRole> near() {
      return of().near();
    }

    @Override
    default Answer reaches(String provider) {
      return qualified(of().reaches(provider));
    }

    @Override
    default Answer reachesOthers(Set<String> providers) {
      return qualified(of().reachesOthers(providers));
    }

    @Override
    default Answer allows(String action) {
      return qualified(of().allows(action));
    }

    @Override
    default Answer allowsData(String action) {
      return qualified(of().allowsData(action));
    }

    @Override
    default Answer hasDataActions() {
      return qualified(of().hasDataActions());
    }

    @Override
    default Answer hasDataActions(String provider) {
      return qualified(of().hasDataActions(provider));
    }
  }
}
