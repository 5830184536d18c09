package dev.keylint.graph;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A private way into a resource, and what it leads to.
///
/// @param at where that is written
/// @param service the resource at its end
/// @param doubt why it may not be there, or not be in use
public record PrivateEndpoint(
    Value name, Location at, ResourceId service, Optional<Value.Unknown> doubt) {

  /// Those of an estate: endpoints that it declares, and connections that Azure lists with the
  /// resource they lead to.
  static List<PrivateEndpoint> of(ResourceIndex index) {
    List<PrivateEndpoint> all = new ArrayList<>();
    for (Resource endpoint : index.ofType("Microsoft.Network/privateEndpoints")) {
      all.addAll(connections(endpoint, "privateLinkServiceConnections", false));
      all.addAll(connections(endpoint, "manualPrivateLinkServiceConnections", true));
    }
    for (Resource resource : index.all()) {
      all.addAll(listed(resource, index.id(resource)));
    }
    return all;
  }

  /// Whether it leads to this resource.
  public Answer leadsTo(ResourceId resource) {
    Answer reached = service.holds(resource);
    return doubt.map(because -> reached.and(Answer.open(because))).orElse(reached);
  }

  private static List<PrivateEndpoint> connections(
      Resource endpoint, String list, boolean needsApproval) {
    Optional<Value.Unknown> doubt =
        endpoint
            .condition()
            .map(Doubt::because)
            .or(() ->
                needsApproval
                    ? Optional.of(
                        Doubt.withheld("approval of a private endpoint", endpoint.declaredAt()))
                    : Optional.empty());
    Optional<Property> connections = Bodies.at(endpoint, "properties", list);
    if (connections.isEmpty()) {
      return List.of();
    }
    Value value = connections.orElseThrow().value();
    List<PrivateEndpoint> all = new ArrayList<>();
    for (Value item : Bodies.items(value)) {
      Optional<Property> id = Bodies.at(item, "properties", "privateLinkServiceId");
      if (id.isPresent()) {
        ResourceId service = ResourceId.of(id.orElseThrow().value());
        all.add(new PrivateEndpoint(endpoint.name(), id.orElseThrow().at(), service, doubt));
      } else if (item instanceof Value.Unknown) {
        Location at = item.origin().at();
        all.add(new PrivateEndpoint(endpoint.name(), at, ResourceId.of(item), doubt));
      }
    }
    if (value instanceof Value.Unknown unknown) {
      Location at = connections.orElseThrow().at();
      all.add(new PrivateEndpoint(endpoint.name(), at, ResourceId.of(unknown), doubt));
    }
    return all;
  }

  private static List<PrivateEndpoint> listed(Resource resource, ResourceId service) {
    Optional<Property> connections =
        Bodies.at(resource, "properties", "privateEndpointConnections");
    return connections.stream()
        .flatMap(list -> Bodies.items(list.value()).stream())
        .filter(PrivateEndpoint::isApproved)
        .flatMap(each ->
            Stream.concat(
                    Bodies.at(each, "properties", "privateEndpoint", "id").stream(),
                    Bodies.at(each, "id").stream())
                .limit(1))
        .map(id ->
            new PrivateEndpoint(
                ResourceId.of(id.value()).name().map(PartialText::value).orElse(id.value()),
                id.at(),
                service,
                Optional.empty()))
        .toList();
  }

  private static boolean isApproved(Value connection) {
    return Bodies.text(connection, "properties", "privateLinkServiceConnectionState", "status")
        .filter("approved"::equalsIgnoreCase)
        .isPresent();
  }
}
