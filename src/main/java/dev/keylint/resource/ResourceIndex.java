package dev.keylint.resource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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

  /// By type, then by the key of what they are parts of.
  private final Map<String, Map<String, List<Resource>>> byParent = new ConcurrentHashMap<>();

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

  @SuppressWarnings("ReferenceEquality") // the id of one resource, which another may share
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

  /// The resource with this id; one of those that a loop makes as far as that can be told, with
  /// nothing but what they have in common.
  public Optional<Resource> declaration(ResourceId id) {
    return byId(id).or(() -> id.type().flatMap(type -> new LoopItem(id).among(ofType(type))));
  }

  /// The resource a child belongs to, `levels` up.
  public Optional<Resource> parent(Resource child, int levels) {
    return id(child).parent(levels).flatMap(this::byId);
  }

  /// The resources of a type, in the order of the estate.
  public List<Resource> ofType(String type) {
    return byType.getOrDefault(type.toLowerCase(Locale.ROOT), List.of());
  }

  /// The resources of a type that lie right below the one of which the id has this key, in the
  /// order of the estate.
  public List<Resource> children(String type, String parent) {
    return byParent
        .computeIfAbsent(type.toLowerCase(Locale.ROOT), this::byParent)
        .getOrDefault(parent, List.of());
  }

  private Map<String, List<Resource>> byParent(String type) {
    Map<String, List<Resource>> children = new HashMap<>();
    for (Resource resource : ofType(type)) {
      id(resource)
          .parent(1)
          .ifPresent(
              it -> children.computeIfAbsent(it.key(), _ -> new ArrayList<>()).add(resource));
    }
    return children;
  }

  /// All of them, in the order of the estate.
  public List<Resource> all() {
    return all;
  }
}
