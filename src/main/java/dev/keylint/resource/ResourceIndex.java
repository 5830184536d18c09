package dev.keylint.resource;

import dev.keylint.text.Lazy;
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
public final class ResourceIndex {
  private final IdentityHashMap<Resource, ResourceId> ids = new IdentityHashMap<>();
  private final Map<String, Resource> byKey = new HashMap<>();
  private final List<Resource> all = new ArrayList<>();
  private final Map<String, List<Resource>> byType = new HashMap<>();
  private final Lazy<Map<String, List<Resource>>> byParent = new Lazy<>(this::readParents);

  private ResourceIndex() {}

  /// Reads the ids of an estate.
  public static ResourceIndex of(Estate estate) {
    ResourceIndex index = new ResourceIndex();
    for (Resource resource : estate.resources()) {
      ResourceId id = ResourceId.of(resource.id());
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
  public ResourceId id(Resource resource) {
    ResourceId id = ids.get(resource);
    return id == null ? ResourceId.of(resource.id()) : id;
  }

  /// The key of the id of a resource.
  public String key(Resource resource) {
    return id(resource).key();
  }

  /// The resource of which the id has this key.
  public Optional<Resource> byKey(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /// The resource with this id.
  public Optional<Resource> byId(ResourceId id) {
    return byKey(id.key());
  }

  /// The resource a child belongs to, `levels` up.
  public Optional<Resource> parent(Resource child, int levels) {
    return id(child).parent(levels).flatMap(this::byId);
  }

  /// The resources of a type, in the order of the estate.
  public List<Resource> ofType(String type) {
    return byType.getOrDefault(type.toLowerCase(Locale.ROOT), List.of());
  }

  /// The resources of a type right below the one of this key, in the order of the estate.
  public List<Resource> children(String parent, String type) {
    return byParent.get().getOrDefault(parent, List.of()).stream()
        .filter(it -> it.type().is(type))
        .toList();
  }

  private Map<String, List<Resource>> readParents() {
    Map<String, List<Resource>> parents = new HashMap<>();
    for (Resource resource : all) {
      id(resource)
          .parent(1)
          .ifPresent(it -> parents.computeIfAbsent(it.key(), _ -> new ArrayList<>()).add(resource));
    }
    return parents;
  }

  /// All of them, in the order of the estate.
  public List<Resource> all() {
    return all;
  }
}
