package dev.keylint.graph.policy;

import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds out where a policy sends the token that it asks for.
final class PolicyBackends {
  /// Among more than these a policy's backend counts as not known.
  private static final int MAX_BACKENDS = 100;

  private final ApiManagement management;
  private final PolicyReader reader;
  private final Resource policy;
  private final ResourceId holder;

  PolicyBackends(ApiManagement management, PolicyReader reader, Resource policy) {
    this.management = management;
    this.reader = reader;
    this.policy = policy;
    this.holder = management.holder(policy).orElseThrow();
  }

  /// The value of an attribute or element, with named values put in; an expression in C# is only
  /// known when a request comes.
  static Value value(
      PolicyElement.Attribute attribute, ResourceId holder, ApiManagement management) {
    PartialText text = management.resolve(attribute.value(), holder);
    String chars = text.chars().strip();
    if (chars.startsWith("@(") || chars.startsWith("@{")) {
      return Doubt.atRunTime(holder.value(), "policy expression", text.origin().at());
    }
    int from = text.chars().indexOf(chars);
    return text.slice(from, from + chars.length()).value();
  }

  /// The URLs that a request may be sent to with the token: that of the `send-request` around the
  /// element, else those that the nearest `set-backend-service` set, else the API's own.
  List<Property> of(PolicyElement element, List<PolicyElement> around) {
    for (PolicyElement outer : around.reversed()) {
      if (outer.name().startsWith("send-")) {
        return outer.children().stream()
            .filter(child -> child.is("set-url"))
            .findFirst()
            .map(child -> List.of(url("set-url", child, child.content())))
            .orElseGet(() -> List.of(open(element)));
      }
      List<PolicyElement> backends = outer.below("set-backend-service", "send-");
      if (!backends.isEmpty()) {
        return urls(backends);
      }
    }
    return inherited(element);
  }

  private List<Property> inherited(PolicyElement element) {
    List<PolicyElement> outer =
        management
            .apiPolicy(policy)
            .flatMap(it -> reader.read(it, holder))
            .map(root -> root.below("set-backend-service", "send-"))
            .orElse(List.of());
    if (!outer.isEmpty()) {
      return urls(outer);
    }
    return management.serviceUrl(policy).map(List::of).orElseGet(() -> List.of(open(element)));
  }

  private List<Property> urls(List<PolicyElement> backends) {
    return backends.size() > MAX_BACKENDS
        ? List.of(open(backends.getFirst()))
        : backends.stream().flatMap(each -> urls(each).stream()).toList();
  }

  private List<Property> urls(PolicyElement backend) {
    Optional<PolicyElement.Attribute> base = backend.attribute("base-url");
    if (base.isPresent()) {
      return List.of(url("base-url", backend, base.orElseThrow()));
    }
    List<Property> urls = new ArrayList<>();
    backend
        .attribute("backend-id")
        .map(id -> management.resolve(id.value(), holder))
        .ifPresent(id -> urls.addAll(management.urls(holder, id)));
    return urls.isEmpty() ? List.of(open(backend)) : urls;
  }

  private Property url(String name, PolicyElement element, PolicyElement.Attribute written) {
    return new Property(name, element.document().at(written), value(written, holder, management));
  }

  private Property open(PolicyElement element) {
    Property property = element.document().property();
    Value.Unknown unknown = Doubt.atRunTime(holder.value(), "backend", property.at());
    return new Property("backend", property.at(), unknown);
  }
}
