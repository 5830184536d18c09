package dev.keylint.graph.role;

import dev.keylint.resource.Bodies;
import dev.keylint.value.Doubt;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads the `permissions` of a role definition's body.
public final class PermissionReader {
  private PermissionReader() {}

  /// The entries; empty when a part of them is not known.
  static Optional<List<Permission>> read(Value permissions) {
    if (!(permissions instanceof Value.Arr(var items, _))) {
      return Optional.empty();
    }
    List<Permission> all = new ArrayList<>();
    for (Value item : items) {
      if (!(item instanceof Value.Obj)) {
        return Optional.empty();
      }
      Optional<List<String>> actions = texts(item, "actions");
      Optional<List<String>> notActions = texts(item, "notActions");
      Optional<List<String>> data = texts(item, "dataActions");
      Optional<List<String>> notData = texts(item, "notDataActions");
      if (actions.isEmpty() || notActions.isEmpty() || data.isEmpty() || notData.isEmpty()) {
        return Optional.empty();
      }
      all.add(
          new Permission(
              actions.orElseThrow(),
              notActions.orElseThrow(),
              data.orElseThrow(),
              notData.orElseThrow(),
              conditional(item)));
    }
    return Optional.of(all);
  }

  /// What the entries certainly give, whatever the parts turn out to be that are not known.
  static List<Permission> certain(Value permissions) {
    return Bodies.items(permissions).stream()
        .filter(Value.Obj.class::isInstance)
        .map(it ->
            new Permission(
                certain(it, "actions", "notActions"),
                texts(it, "notActions").orElse(List.of()),
                certain(it, "dataActions", "notDataActions"),
                texts(it, "notDataActions").orElse(List.of()),
                conditional(it)))
        .toList();
  }

  /// None where what is taken away is not known.
  private static List<String> certain(Value entry, String name, String less) {
    return Bodies.at(entry, name)
        .filter(_ -> texts(entry, less).isPresent())
        .map(it -> Bodies.items(it.value()).stream())
        .orElseGet(Stream::empty)
        .flatMap(it -> Bodies.text(it).stream())
        .toList();
  }

  /// The part of the permissions that is not known.
  static Value.Unknown unknown(Value permissions) {
    return find(permissions)
        .orElseGet(() -> Doubt.failed("no permissions", permissions.origin().at()));
  }

  private static Optional<Value.Unknown> find(Value value) {
    return switch (value) {
      case Value.Unknown unknown -> Optional.of(unknown);
      case Value.Arr(var items, _) ->
          items.stream().map(PermissionReader::find).flatMap(Optional::stream).findFirst();
      case Value.Obj(var properties, _) ->
          properties.entries().stream()
              .map(each -> find(each.value()))
              .flatMap(Optional::stream)
              .findFirst();
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Str _ ->
          Optional.empty();
    };
  }

  private static Optional<List<String>> texts(Value entry, String name) {
    Optional<Property> member = Bodies.at(entry, name);
    if (member.isEmpty()) {
      return Optional.of(List.of());
    }
    if (!(member.orElseThrow().value() instanceof Value.Arr(var items, _))) {
      return Optional.empty();
    }
    List<String> texts = new ArrayList<>();
    for (Value item : items) {
      if (!(item instanceof Value.Str(var text, _))) {
        return Optional.empty();
      }
      texts.add(text);
    }
    return Optional.of(texts);
  }

  /// A blank condition is none, as in a role assignment.
  private static List<String> conditional(Value entry) {
    return Bodies.at(entry, "condition")
        .map(it -> Bodies.text(it.value()).map(PermissionReader::actionsOf).orElse(List.of("*")))
        .orElse(List.of());
  }

  private static List<String> actionsOf(String condition) {
    return condition.isBlank() ? List.of() : AbacConditions.actionsOf(condition);
  }
}
