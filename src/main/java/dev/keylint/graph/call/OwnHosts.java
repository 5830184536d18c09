package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The host names of their own that gateways and apps of an estate go by.
final class OwnHosts {
  private final Set<String> hosts = new HashSet<>();

  private OwnHosts() {}

  /// All of them, as keys of texts in lower case.
  static Set<String> of(ResourceIndex index) {
    OwnHosts own = new OwnHosts();
    for (Resource resource : index.all()) {
      switch (resource.type().key()) {
        case "microsoft.apimanagement/service" ->
            own.addAll(resource, "hostName", "properties", "hostnameConfigurations");
        case "microsoft.app/containerapps" ->
            own.addAll(resource, "name", "properties", "configuration", "ingress", "customDomains");
        case "microsoft.web/sites/hostnamebindings", "microsoft.web/staticsites/customdomains" ->
            own.add(index.id(resource).name());
        default -> {}
      }
    }
    return Set.copyOf(own.hosts);
  }

  private void addAll(Resource resource, String member, String... path) {
    List<Value> items =
        Bodies.at(resource, path).map(it -> Bodies.items(it.value())).orElse(List.of());
    for (Value item : items) {
      add(Bodies.at(item, member).map(Property::value).flatMap(PartialText::of));
    }
  }

  private void add(Optional<PartialText> host) {
    host.map(PartialText::lower).map(PartialText::key).ifPresent(hosts::add);
  }
}
