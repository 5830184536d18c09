package dev.keylint.graph;

import dev.keylint.graph.call.Targets;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What the services behind a private endpoint are called, so that rules can tell which private DNS
/// zones their names are looked up in.
final class PrivateZones {
  private static final List<String> LISTS =
      List.of("privateLinkServiceConnections", "manualPrivateLinkServiceConnections");

  /// What a connection to an account, and to a Search service, asks for, in lower case.
  private static final String ACCOUNT = "account";

  private static final String SEARCH = "searchservice";

  private final ResourceIndex index;

  PrivateZones(ResourceIndex index) {
    this.index = index;
  }

  /// The kinds of service that the endpoint of a zone group leads to: of an account what it says as
  /// its `kind`, `Search` for a search service; unknown where that can't be told.
  List<Value> services(Resource zoneGroup) {
    Optional<Resource> endpoint = index.parent(zoneGroup, 1);
    if (endpoint.isEmpty()) {
      return List.of(Doubt.notStated("what its private endpoint leads to", zoneGroup.declaredAt()));
    }
    if (endpoint.orElseThrow().existing()) {
      Resource it = endpoint.orElseThrow();
      return List.of(Doubt.atRunTime(it.id(), "what it leads to", it.declaredAt()));
    }
    Set<Value> services = new LinkedHashSet<>();
    for (String list : LISTS) {
      for (Value connection :
          Bodies.at(endpoint.orElseThrow(), "properties", list)
              .map(it -> Bodies.items(it.value()))
              .orElse(List.of())) {
        Bodies.at(connection, "properties", "privateLinkServiceId")
            .flatMap(id -> service(id, connection))
            .ifPresent(services::add);
      }
    }
    return new ArrayList<>(services);
  }

  private Optional<Value> service(Property id, Value connection) {
    ResourceId target = ResourceId.of(id.value());
    Optional<Resource> resource = index.byId(target);
    String type = resource.map(it -> it.type().key()).or(target::type).orElse("");
    return switch (type.toLowerCase(Locale.ROOT)) {
      case Targets.SEARCH -> Optional.of(new Value.Str("Search", Origin.at(id.at())));
      case Targets.ACCOUNT ->
          Optional.of(
              resource
                  .filter(it -> !it.existing())
                  .flatMap(it -> Bodies.at(it, "kind"))
                  .map(Property::value)
                  .orElseGet(
                      () -> Doubt.notStated("the kind of the account that it leads to", id.at())));
      case "" -> byGroups(id, groups(connection));
      default -> Optional.empty();
    };
  }

  /// What a service of unknown type is by what is asked of it: only Search has `searchService`,
  /// several have `account`.
  private static Optional<Value> byGroups(Property id, Optional<List<String>> groups) {
    List<String> known = groups.orElse(List.of(ACCOUNT));
    if (known.contains(SEARCH)) {
      return Optional.of(new Value.Str("Search", Origin.at(id.at())));
    }
    return known.contains(ACCOUNT) ? Optional.of(Doubt.because(id.value())) : Optional.empty();
  }

  /// The parts of the service that a connection asks for, in lower case; empty where they are not
  /// all known.
  private static Optional<List<String>> groups(Value connection) {
    List<Value> items =
        Bodies.at(connection, "properties", "groupIds")
            .map(it -> Bodies.items(it.value()))
            .orElse(List.of());
    List<String> known =
        items.stream()
            .flatMap(it -> Bodies.text(it).stream())
            .map(it -> it.toLowerCase(Locale.ROOT))
            .toList();
    return items.isEmpty() || known.size() < items.size() ? Optional.empty() : Optional.of(known);
  }
}
