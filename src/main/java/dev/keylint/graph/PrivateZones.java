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
  private static final String ENDPOINTS = "microsoft.network/privateendpoints";
  private static final List<String> LISTS =
      List.of("privateLinkServiceConnections", "manualPrivateLinkServiceConnections");

  private final ResourceIndex index;

  PrivateZones(ResourceIndex index) {
    this.index = index;
  }

  /// The kinds of service that the endpoint of a zone group leads to: of an account what it says as
  /// its `kind`, `Search` for a search service; unknown where that can't be told.
  List<Value> services(Resource zoneGroup) {
    Optional<Resource> endpoint = index.parent(zoneGroup, 1).filter(it -> it.type().is(ENDPOINTS));
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
            .flatMap(this::service)
            .ifPresent(services::add);
      }
    }
    return new ArrayList<>(services);
  }

  private Optional<Value> service(Property id) {
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
      case "" -> Optional.of(Doubt.because(id.value()));
      default -> Optional.empty();
    };
  }
}
