package dev.keylint.graph;

import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The resources of an estate by id and by type.
///
/// Where a resource is both declared and referred to as `existing`, the declaration counts. Where
/// it is declared several times, as in two modules of which conditions choose one, each is listed,
/// and the first is found by id.
final class ResourceIndex {
  private final IdentityHashMap<Resource, IdPath> ids = new IdentityHashMap<>();
  private final Map<String, Resource> byKey = new HashMap<>();
  private final List<Resource> all = new ArrayList<>();
  private final Map<String, List<Resource>> byType = new HashMap<>();

  private ResourceIndex() {}

  static ResourceIndex of(Estate estate) {
    ResourceIndex index = new ResourceIndex();
    for (Resource resource : estate.resources()) {
      IdPath id = IdPath.of(resource.id());
      index.ids.put(resource, id);
      index.byKey.merge(id.key(), resource, (before, next) -> before.existing() ? next : before);
    }
    for (Resource resource : estate.resources()) {
      if (!resource.existing() || index.isFound(resource)) {
        index.all.add(resource);
        index.byType.computeIfAbsent(resource.type().key(), _ -> new ArrayList<>()).add(resource);
      }
    }
    return index;
  }

  private boolean isFound(Resource resource) {
    return byId(id(resource)).filter(found -> id(found) == id(resource)).isPresent();
  }

  /// The id of a resource of the estate, read once.
  IdPath id(Resource resource) {
    IdPath id = ids.get(resource);
    return id == null ? IdPath.of(resource.id()) : id;
  }

  String key(Resource resource) {
    return id(resource).key();
  }

  Optional<Resource> byKey(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  Optional<Resource> byId(IdPath id) {
    return byKey(id.key());
  }

  /// The resource a child belongs to, `levels` up.
  Optional<Resource> parent(Resource child, int levels) {
    return id(child).parent(levels).flatMap(this::byId);
  }

  List<Resource> ofType(String type) {
    return byType.getOrDefault(type.toLowerCase(Locale.ROOT), List.of());
  }

  List<Resource> all() {
    return all;
  }
}
