package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The HTTP calls of Data Factory and Synapse: web activities and linked services.
final class FactoryCalls {
  private static final Set<String> PIPELINES =
      Set.of("microsoft.datafactory/factories/pipelines", "microsoft.synapse/workspaces/pipelines");
  private static final Set<String> LINKED_SERVICES =
      Set.of(
          "microsoft.datafactory/factories/linkedservices",
          "microsoft.synapse/workspaces/linkedservices");
  private static final List<String> CREDENTIALS =
      List.of(
          "microsoft.datafactory/factories/credentials",
          "microsoft.synapse/workspaces/credentials");
  private static final List<String> NESTED =
      List.of("activities", "ifTrueActivities", "ifFalseActivities", "defaultActivities");

  private final ResourceIndex index;
  private final FlowRequest requests;

  FactoryCalls(ResourceIndex index, FlowRequest requests) {
    this.index = index;
    this.requests = requests;
  }

  /// Whether calls are read from resources of a type, in lower case.
  static boolean reads(String type) {
    return PIPELINES.contains(type) || LINKED_SERVICES.contains(type);
  }

  List<CallSite> all() {
    List<CallSite> calls = new ArrayList<>();
    for (Resource resource : index.all()) {
      if (PIPELINES.contains(resource.type().key())) {
        Bodies.at(resource, "properties", "activities")
            .ifPresent(it -> walk(it.value(), resource, calls));
      } else if (LINKED_SERVICES.contains(resource.type().key())) {
        linkedService(resource).ifPresent(calls::add);
      }
    }
    return calls;
  }

  private void walk(Value activities, Resource pipeline, List<CallSite> calls) {
    for (Value activity : ConditionalParts.items(activities)) {
      Optional<Property> properties = Bodies.at(activity, "typeProperties");
      if (properties.isEmpty()) {
        continue;
      }
      Value type = properties.orElseThrow().value();
      web(type, pipeline).ifPresent(calls::add);
      for (String nested : NESTED) {
        Bodies.at(type, nested).ifPresent(it -> walk(it.value(), pipeline, calls));
      }
      Bodies.at(type, "cases")
          .map(it -> ConditionalParts.items(it.value()))
          .orElse(List.of())
          .stream()
          .map(one -> Bodies.at(one, "activities"))
          .flatMap(Optional::stream)
          .forEach(it -> walk(it.value(), pipeline, calls));
    }
  }

  /// Parameters of pipelines are given when they run, so none is known.
  private static FlowText texts(Resource resource) {
    return new FlowText(resource.id(), Map.of(), Map.of());
  }

  private Optional<CallSite> web(Value properties, Resource pipeline) {
    FlowText texts = texts(pipeline);
    Optional<Property> authentication = Bodies.at(properties, "authentication");
    return Bodies.at(properties, "url")
        .flatMap(url ->
            requests.call(
                new FlowRequest.Request(
                    Source.ACTION,
                    index.parent(pipeline, 1),
                    pipeline,
                    texts.resolve(url),
                    authentication,
                    authentication
                        .flatMap(auth -> Bodies.at(auth.value(), "resource"))
                        .map(texts::resolve),
                    authentication.flatMap(auth -> credential(auth.value(), pipeline)),
                    Bodies.at(properties, "headers").stream().toList())));
  }

  /// A linked service to a REST or OData API: its authentication is two members, not an object.
  private Optional<CallSite> linkedService(Resource service) {
    Optional<Property> properties = Bodies.at(service, "properties", "typeProperties");
    Optional<Property> url = properties.flatMap(it -> Bodies.at(it.value(), "url"));
    if (url.isEmpty()) {
      return Optional.empty();
    }
    FlowText texts = texts(service);
    Value type = properties.orElseThrow().value();
    Optional<Property> method = Bodies.at(type, "authenticationType");
    return requests.call(
        new FlowRequest.Request(
            Source.ACTION,
            index.parent(service, 1),
            service,
            texts.resolve(url.orElseThrow()),
            method.map(FactoryCalls::asObject),
            Bodies.at(type, "aadResourceId").map(texts::resolve),
            credential(type, service),
            Stream.concat(
                    Bodies.at(type, "key").map(FactoryCalls::asKeyHeader).stream(),
                    Bodies.at(type, "authHeaders").stream())
                .toList()));
  }

  /// The id of the user-assigned identity that a credential of the factory is.
  private Optional<Property> credential(Value holder, Resource resource) {
    Optional<Property> reference = Bodies.at(holder, "credential", "referenceName");
    Optional<ResourceId> factory = index.id(resource).parent(1);
    return reference.map(name ->
        CREDENTIALS.stream()
            .flatMap(
                type -> factory.stream().flatMap(it -> index.children(type, it.key()).stream()))
            .filter(it -> isNamed(it, name.value()))
            .map(it -> Bodies.at(it, "properties", "typeProperties", "resourceId"))
            .flatMap(Optional::stream)
            .findFirst()
            .orElseGet(() -> notHere(name)));
  }

  private boolean isNamed(Resource credential, Value name) {
    return index
        .id(credential)
        .name()
        .map(PartialText::key)
        .equals(PartialText.of(name).map(PartialText::key));
  }

  private static Property notHere(Property name) {
    return name.with(Doubt.notStated("the identity of a credential that is not here", name.at()));
  }

  private static Property asObject(Property method) {
    return wrap(method, "type");
  }

  private static Property asKeyHeader(Property key) {
    return wrap(key, "api-key");
  }

  private static Property wrap(Property property, String name) {
    Property inner = new Property(name, property.at(), property.value());
    Value object = new Value.Obj(Properties.of(List.of(inner)), property.value().origin());
    return property.with(object);
  }
}
