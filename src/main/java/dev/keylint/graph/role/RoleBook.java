package dev.keylint.graph.role;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Alternatives;
import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// All role definitions at hand: those of the estate, then the built-in ones.
public final class RoleBook {
  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /// Definitions of the estate by GUID, or by the whole id where that is not known.
  private final Map<String, Resource> custom = new HashMap<>();

  /// Whether all definitions of the tenant are at hand.
  private final boolean complete;

  private RoleBook(boolean complete) {
    this.complete = complete;
  }

  /// The definitions of an estate and the built-in ones.
  ///
  /// @param read whether all that Azure lists is in the estate
  public static RoleBook of(ResourceIndex index, boolean read) {
    List<Resource> definitions = index.ofType("Microsoft.Authorization/roleDefinitions");
    // Azure lists the built-in ones too: without any, nobody asked.
    RoleBook book = new RoleBook(read && !definitions.isEmpty());
    for (Resource resource : definitions) {
      if (!resource.existing()) {
        index.id(resource).name().ifPresent(name -> book.custom.putIfAbsent(name.key(), resource));
      }
    }
    return book;
  }

  /// The role that a `roleDefinitionId` names: only its last segment counts, the same definition
  /// can be reached from any scope.
  public Role role(Value id) {
    Optional<PartialText> segment = lastSegment(id);
    if (segment.isEmpty()) {
      return unresolved(id, Doubt.because(id));
    }
    PartialText last = segment.orElseThrow();
    Resource definition = custom.get(last.key());
    if (definition != null) {
      return defined(last.value(), definition);
    }
    Optional<BuiltInRole> named = byFunction(last);
    if (named.isPresent()) {
      return builtIn(named.orElseThrow(), id);
    }
    if (!last.isKnown()) {
      return unresolved(last.value(), Doubt.because(last.holes().getFirst()));
    }
    Value guid = new Value.Str(last.chars().toLowerCase(Locale.ROOT), id.origin());
    return BuiltInRoles.table()
        .byId(last.chars())
        .map(role -> builtIn(role, id.at(id.origin().ofEnd('/' + last.chars()))))
        .orElseGet(() -> notListed(guid, last.value()));
  }

  /// The role that a module's argument names: by its id, or by its display name.
  public Role named(Value idOrName) {
    return Bodies.text(idOrName)
        .flatMap(BuiltInRoles.table()::byName)
        .map(role -> builtIn(role, idOrName))
        .orElseGet(() -> role(idOrName));
  }

  private static Role builtIn(BuiltInRole role, Value id) {
    return new Role.Known(
        new Value.Str(role.id(), id.origin()),
        new Value.Str(role.name(), id.origin()),
        RoleKind.BUILT_IN,
        role.permissions());
  }

  /// `roleDefinitions('Reader').id`: a function that Azure evaluates, and the table can.
  private static Optional<BuiltInRole> byFunction(PartialText id) {
    return id.holes().size() == 1
            && id.holes().getFirst() instanceof Value.Unknown(Term.Access(var base, _), _, _)
            && base instanceof Value.Unknown(Term.Call(var function, var arguments), _, _)
            && function.equalsIgnoreCase("roleDefinitions")
            && arguments.size() == 1
        ? Bodies.text(arguments.getFirst()).flatMap(BuiltInRoles.table()::byName)
        : Optional.empty();
  }

  /// An id that is known and of none of the roles at hand: another role of the tenant, or none.
  private Role notListed(Value id, Value written) {
    String text = Bodies.text(id).orElse("");
    if (!GUID.matcher(text).matches()) {
      return none(written, RoleKind.MALFORMED, byNameOrId(text));
    }
    Optional<BuiltInRole> retired = BuiltInRoles.retired(text);
    if (retired.isPresent()) {
      return none(id, RoleKind.RETIRED, retired);
    }
    Optional<BuiltInRole> near = NearRoles.to(text);
    if (complete || near.isPresent()) {
      return none(id, complete ? RoleKind.MISSING : RoleKind.MISTYPED, near);
    }
    return unresolved(id, Doubt.withheld("permissions of role " + text, id.origin().at()));
  }

  private static Role none(Value id, RoleKind kind, Optional<BuiltInRole> near) {
    Value.Unknown because =
        Doubt.failed(
            "`" + Bodies.text(id).orElse("") + "` is no id of a role definition", id.origin().at());
    return new Role.Unresolved(id, id, because, Optional.of(kind), near);
  }

  private static Optional<BuiltInRole> byNameOrId(String text) {
    return BuiltInRoles.table().byName(text).or(() -> NearRoles.to(text));
  }

  private static Role unresolved(Value id, Value.Unknown because) {
    return new Role.Unresolved(id, id, because, Optional.empty(), Optional.empty());
  }

  /// The last segment, on which all that the id may turn out to be must agree.
  private static Optional<PartialText> lastSegment(Value id) {
    List<PartialText> all =
        Alternatives.of(id).stream()
            .map(PartialText::of)
            .flatMap(Optional::stream)
            .map(text -> text.from(text.chars().lastIndexOf('/') + 1))
            .toList();
    boolean one = all.stream().map(PartialText::key).distinct().count() == 1;
    return one ? Optional.of(all.getFirst()) : Optional.empty();
  }

  private static Role defined(Value id, Resource definition) {
    Value name = Bodies.at(definition, "properties", "roleName").map(Property::value).orElse(id);
    Optional<Property> permissions = Bodies.at(definition, "properties", "permissions");
    if (permissions.isEmpty()) {
      return new Role.Known(id, name, RoleKind.CUSTOM, List.of());
    }
    Value written = permissions.orElseThrow().value();
    Optional<List<Permission>> read = PermissionReader.read(written);
    return read.<Role>map(all -> new Role.Known(id, name, RoleKind.CUSTOM, all))
        .orElseGet(() ->
            new Role.Partly(
                new Role.Known(id, name, RoleKind.CUSTOM, PermissionReader.certain(written)),
                PermissionReader.unknown(written)));
  }
}
