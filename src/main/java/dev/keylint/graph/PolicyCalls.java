package dev.keylint.graph;

import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The calls that API Management's policies and backends make with a managed identity.
final class PolicyCalls {
  private static final String AUTHENTICATION = "authentication-managed-identity";

  /// A policy of which more can be read was made to keep us busy.
  private static final int MAX_CALLS = 1000;

  private final ResourceIndex index;
  private final ApiManagement management;
  private final PolicyReader reader;
  private final Endpoints endpoints;
  private final CallMaker maker;

  PolicyCalls(ResourceIndex index, Endpoints endpoints, CallMaker maker) {
    this.index = index;
    this.management = new ApiManagement(index);
    this.reader = new PolicyReader(index, management);
    this.endpoints = endpoints;
    this.maker = maker;
  }

  List<Call> all() {
    List<Call> calls = new ArrayList<>();
    List<Resource> fragments = new ArrayList<>();
    for (Resource resource : index.all()) {
      String type = resource.type().key();
      if (!type.startsWith("microsoft.apimanagement/service/") || resource.existing()) {
        continue;
      }
      if (type.endsWith("/policies")) {
        calls.addAll(policy(resource));
      } else if (type.endsWith("/policyfragments")) {
        fragments.add(resource);
      } else if (type.endsWith("/backends")) {
        backend(resource).ifPresent(calls::add);
      }
    }
    fragments.stream()
        .filter(fragment -> !reader.isIncluded(fragment))
        .forEach(fragment -> calls.addAll(policy(fragment)));
    return calls;
  }

  private List<Call> policy(Resource policy) {
    Optional<IdPath> holder = management.holder(policy);
    if (holder.isEmpty()) {
      return List.of();
    }
    Optional<PolicyElement> root = reader.read(policy, holder.orElseThrow());
    if (root.isEmpty()) {
      return unread(policy);
    }
    List<Call> calls = new ArrayList<>();
    walk(root.orElseThrow(), new ArrayList<>(), policy, calls);
    return calls.size() > MAX_CALLS ? unread(policy) : calls;
  }

  private void walk(
      PolicyElement element, List<PolicyElement> around, Resource policy, List<Call> calls) {
    if (element.is(AUTHENTICATION) && calls.size() <= MAX_CALLS) {
      calls.addAll(authentication(element, around, policy));
    }
    around.add(element);
    for (PolicyElement child : element.children()) {
      walk(child, around, policy, calls);
    }
    around.removeLast();
  }

  /// One call for each backend that the token may be sent to.
  private List<Call> authentication(
      PolicyElement element, List<PolicyElement> around, Resource policy) {
    IdPath holder = management.holder(policy).orElseThrow();
    Optional<Fact> audience = fact(element, "resource", holder).flatMap(PolicyCalls::audience);
    Optional<Fact> client = fact(element, "client-id", holder);
    Optional<Resource> service = management.service(policy);
    List<Call> calls = new ArrayList<>();
    for (Property url : new PolicyBackends(management, reader, policy).of(element, around)) {
      endpoints
          .read(url.value())
          .filter(endpoint -> endpoint.service() != Service.OTHER)
          .map(endpoint -> maker.draft(service, policy, endpoint, url))
          .map(draft -> draft.call(audience, CallMaker.managedIdentity(evidence(element)), client))
          .ifPresent(calls::add);
    }
    return calls;
  }

  private static Optional<Fact> audience(Fact written) {
    return Audience.of(new Property(written.evidence().name(), written.at(), written.value()));
  }

  /// An attribute with its place; an expression is only known when a request comes.
  private Optional<Fact> fact(PolicyElement element, String name, IdPath holder) {
    return element
        .attribute(name)
        .map(attribute -> {
          Value value = PolicyBackends.value(attribute, holder, management);
          return new Fact(value, new Property(name, element.document().at(attribute), value));
        });
  }

  private static Property evidence(PolicyElement element) {
    return element
        .attribute("resource")
        .map(it -> new Property(AUTHENTICATION, element.document().at(it), it.value().value()))
        .orElse(element.document().property());
  }

  /// A policy behind a link, or one that can't be evaluated, may do anything.
  private List<Call> unread(Resource policy) {
    Property value =
        Members.at(policy, "properties", "value")
            .orElse(new Property("value", policy.declaredAt(), unread(policy.declaredAt())));
    Value.Unknown unknown = value.value() instanceof Value.Unknown it ? it : unread(value.at());
    Property open = new Property(value.name(), value.at(), unknown);
    Text hole = Text.hole(unknown);
    Endpoint endpoint = new Endpoint(hole, hole, Service.OPEN, Optional.empty());
    return List.of(
        maker
            .draft(management.service(policy), policy, endpoint, open)
            .call(Optional.of(new Fact(unknown, open)), new Fact(unknown, open), Optional.empty()));
  }

  private static Value.Unknown unread(Location at) {
    return Doubt.withheld("policy behind a link", at);
  }

  /// A backend that signs in itself.
  private Optional<Call> backend(Resource backend) {
    Optional<Property> identity =
        Members.at(backend, "properties", "credentials", "managedIdentity");
    Optional<Property> url = Members.at(backend, "properties", "url");
    if (identity.isEmpty() || url.isEmpty()) {
      return Optional.empty();
    }
    Property at = identity.orElseThrow();
    return endpoints
        .read(url.orElseThrow().value())
        .filter(endpoint -> endpoint.service() != Service.OTHER)
        .map(endpoint ->
            maker
                .draft(management.service(backend), backend, endpoint, url.orElseThrow())
                .call(
                    Members.at(at.value(), "resource").flatMap(Audience::of),
                    CallMaker.managedIdentity(at),
                    Members.at(at.value(), "clientId").map(it -> new Fact(it.value(), it))));
  }
}
