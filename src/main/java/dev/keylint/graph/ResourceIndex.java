package dev.keylint.graph;

import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The resources of an estate by id and by type.
///
/// Where a resource is both declared and referred to as `existing`, the declaration counts.
final class ResourceIndex {
  private final Map<String, Resource> byKey = new LinkedHashMap<>();
  private final Map<String, List<Resource>> byType = new LinkedHashMap<>();

  private ResourceIndex() {}

  static ResourceIndex of(Estate estate) {
    ResourceIndex index = new ResourceIndex();
    for (Resource resource : estate.resources()) {
      index.byKey.merge(
          key(resource), resource, (before, next) -> before.existing() ? next : before);
    }
    for (Resource resource : index.byKey.values()) {
      index.byType.computeIfAbsent(resource.type().key(), _ -> new ArrayList<>()).add(resource);
    }
    return index;
  }

  static String key(Resource resource) {
    return IdPath.of(resource.id()).key();
  }

  Optional<Resource> byKey(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  Optional<Resource> byId(IdPath id) {
    return byKey(id.key());
  }

  /// The resource a child belongs to, `levels` up.
  Optional<Resource> parent(Resource child, int levels) {
    return IdPath.of(child.id()).parent(levels).flatMap(this::byId);
  }

  List<Resource> ofType(String type) {
    return byType.getOrDefault(type.toLowerCase(Locale.ROOT), List.of());
  }

  /// All resources, each once.
  Iterable<Resource> all() {
    return byKey.values();
  }
}
