package dev.keylint.graph;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.ModuleArgument;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The `identity` that an Azure Verified Module makes of its argument `managedIdentities`.
final class ManagedIdentities {
  private ManagedIdentities() {}

  /// Empty when that can't be told.
  static Optional<Property> property(ModuleArgument argument) {
    Value given = argument.value();
    Optional<Property> system = Bodies.at(given, "systemAssigned");
    Optional<Property> assigned = Bodies.at(given, "userAssignedResourceIds");
    boolean told =
        given instanceof Value.Obj
            && system.map(it -> it.value() instanceof Value.Bool).orElse(true)
            && assigned.map(it -> it.value() instanceof Value.Arr).orElse(true);
    if (!told) {
      return Optional.empty();
    }
    Origin origin = Origin.at(argument.at());
    boolean own =
        system.filter(it -> it.value() instanceof Value.Bool(boolean on, _) && on).isPresent();
    List<Value> ids = assigned.map(it -> Bodies.items(it.value())).orElse(List.of());
    List<Property> members = new ArrayList<>();
    String type =
        ids.isEmpty()
            ? own ? "SystemAssigned" : "None"
            : own ? "SystemAssigned, UserAssigned" : "UserAssigned";
    members.add(new Property("type", argument.at(), new Value.Str(type, origin)));
    if (!ids.isEmpty()) {
      members.add(new Property("userAssignedIdentities", argument.at(), byId(ids, origin)));
    }
    return Optional.of(
        new Property("identity", argument.at(), new Value.Obj(Properties.of(members), origin)));
  }

  /// An object with the ids for keys, which may not be known.
  private static Value byId(List<Value> ids, Origin origin) {
    List<Value> entries = new ArrayList<>();
    List<Property> known = new ArrayList<>();
    Value nothing = new Value.Obj(Properties.EMPTY, origin);
    for (Value id : ids) {
      entries.add(id);
      entries.add(nothing);
      Bodies.text(id).ifPresent(text -> known.add(new Property(text, id.origin().at(), nothing)));
    }
    return ids.stream()
        .filter(Value.Unknown.class::isInstance)
        .map(Value.Unknown.class::cast)
        .findFirst()
        .<Value>map(because ->
            new Value.Unknown(new Term.Call("createObject", entries), because.reason(), origin))
        .orElseGet(() -> new Value.Obj(Properties.of(known), origin));
  }
}
