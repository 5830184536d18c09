package dev.keylint.graph.policy;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.PartialText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The parts of API Management services by name: backends, named values, fragments, APIs.
final class ApiManagement {
  private static final String SERVICE = "microsoft.apimanagement/service";

  private final ResourceIndex index;

  /// By kind and key of the service or workspace, then by name.
  private final Map<String, Map<String, Resource>> byName = new HashMap<>();

  ApiManagement(ResourceIndex index) {
    this.index = index;
    for (Resource resource : index.all()) {
      String type = resource.type().key();
      if (type.startsWith(SERVICE + "/")) {
        learn(resource, type.substring(type.lastIndexOf('/') + 1));
      }
    }
  }

  private void learn(Resource resource, String kind) {
    ResourceId id = index.id(resource);
    Optional<ResourceId> holder = id.parent(1);
    if (holder.isEmpty()) {
      return;
    }
    Map<String, Resource> parts =
        byName.computeIfAbsent(key(kind, holder.orElseThrow()), _ -> new LinkedHashMap<>());
    id.name().ifPresent(name -> parts.put(name.key(), resource));
    if (kind.equals("namedvalues")) {
      Bodies.text(resource.body(), "properties", "displayName")
          .ifPresent(name -> parts.putIfAbsent(name.toLowerCase(Locale.ROOT), resource));
    }
  }

  private static String key(String kind, ResourceId holder) {
    return kind + " " + holder.key();
  }

  /// The service or workspace that a policy belongs to.
  Optional<ResourceId> holder(Resource policy) {
    return index.id(policy).parent(PolicyScope.of(policy).depth());
  }

  /// The API that a policy or one of its operations belongs to.
  Optional<ResourceId> api(Resource policy) {
    return switch (PolicyScope.of(policy)) {
      case API -> index.id(policy).parent(1);
      case OPERATION -> index.id(policy).parent(2);
      case ALL, PRODUCT -> Optional.empty();
    };
  }

  /// The operation that a policy belongs to.
  Optional<ResourceId> operation(Resource policy) {
    return PolicyScope.of(policy) == PolicyScope.OPERATION
        ? index.id(policy).parent(1)
        : Optional.empty();
  }

  /// The service itself, which calls.
  Optional<Resource> service(Resource part) {
    return service(index.id(part));
  }

  /// Whether the service of a part is created here, so that its parts are all here.
  boolean isDeclared(ResourceId part) {
    return service(part).filter(it -> !it.existing()).isPresent();
  }

  private Optional<Resource> service(ResourceId part) {
    Optional<ResourceId> id = Optional.of(part);
    while (id.flatMap(ResourceId::type).filter(type -> !type.equals(SERVICE)).isPresent()) {
      id = id.flatMap(it -> it.parent(1));
    }
    return id.flatMap(index::byId);
  }

  Optional<Resource> find(String kind, ResourceId holder, PartialText name) {
    return Optional.ofNullable(
        byName.getOrDefault(key(kind, holder), Map.of()).get(name.key().strip()));
  }

  /// All parts of a kind that a service or workspace has.
  List<Resource> all(String kind, ResourceId holder) {
    return List.copyOf(byName.getOrDefault(key(kind, holder), Map.of()).values());
  }

  Optional<Resource> byId(ResourceId id) {
    return index.byId(id);
  }
}
