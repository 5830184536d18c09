package dev.keylint.graph.policy;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.text.Location;
import dev.keylint.value.Doubt;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The requests that API Management's policies and backends sign with a managed identity.
public final class PolicyRequests {
  private static final String AUTHENTICATION = "authentication-managed-identity";

  /// A policy of which more can be read was made to keep us busy.
  private static final int MAX_REQUESTS = 1000;

  private final ResourceIndex index;
  private final ApiManagement management;
  private final PolicyReader reader;

  /// Looks at the API Management of an estate.
  public PolicyRequests(ResourceIndex index) {
    this.index = index;
    this.management = new ApiManagement(index);
    this.reader = new PolicyReader(index, management);
  }

  /// All of them; a fragment counts where it is included, or once when no policy at hand does.
  public List<PolicyRequest> all() {
    List<PolicyRequest> requests = new ArrayList<>();
    List<Resource> fragments = new ArrayList<>();
    for (Resource resource : index.all()) {
      String type = resource.type().key();
      if (!type.startsWith("microsoft.apimanagement/service/") || resource.existing()) {
        continue;
      }
      if (type.endsWith("/policies")) {
        requests.addAll(policy(resource));
      } else if (type.endsWith("/policyfragments")) {
        fragments.add(resource);
      } else if (type.endsWith("/backends")) {
        backend(resource).ifPresent(requests::add);
      }
    }
    fragments.stream()
        .filter(fragment -> !reader.isIncluded(fragment))
        .forEach(fragment -> requests.addAll(policy(fragment)));
    return requests;
  }

  private List<PolicyRequest> policy(Resource policy) {
    Optional<ResourceId> holder = management.holder(policy);
    if (holder.isEmpty()) {
      return List.of();
    }
    Optional<PolicyElement> root = reader.read(policy, holder.orElseThrow());
    if (root.isEmpty()) {
      return unread(policy);
    }
    List<PolicyRequest> requests = new ArrayList<>();
    walk(root.orElseThrow(), new ArrayList<>(), policy, requests);
    return requests.size() > MAX_REQUESTS ? unread(policy) : requests;
  }

  private void walk(
      PolicyElement element,
      List<PolicyElement> around,
      Resource policy,
      List<PolicyRequest> requests) {
    if (element.is(AUTHENTICATION) && requests.size() <= MAX_REQUESTS) {
      requests.addAll(authentication(element, around, policy));
    }
    around.add(element);
    for (PolicyElement child : element.children()) {
      walk(child, around, policy, requests);
    }
    around.removeLast();
  }

  /// One request for each backend that the token may be sent to.
  private List<PolicyRequest> authentication(
      PolicyElement element, List<PolicyElement> around, Resource policy) {
    ResourceId holder = management.holder(policy).orElseThrow();
    Optional<Property> audience = attribute(element, "resource", holder);
    Optional<Property> client = attribute(element, "client-id", holder);
    Optional<Resource> service = management.service(policy);
    return new PolicyBackends(management, reader, policy)
        .of(element, around).stream()
            .map(url ->
                new PolicyRequest(
                    service, policy, url, audience, evidence(element), client, Optional.empty()))
            .toList();
  }

  /// An attribute with its place; an expression is only known when a request comes.
  private Optional<Property> attribute(PolicyElement element, String name, ResourceId holder) {
    return element
        .attribute(name)
        .map(attribute ->
            new Property(
                name,
                element.document().at(attribute),
                PolicyBackends.value(attribute, holder, management)));
  }

  private static Property evidence(PolicyElement element) {
    return element
        .attribute("resource")
        .map(it -> new Property(AUTHENTICATION, element.document().at(it), it.value().value()))
        .orElse(element.document().property());
  }

  /// A policy behind a link, or one that can't be evaluated, may do anything.
  private List<PolicyRequest> unread(Resource policy) {
    Property value =
        Bodies.at(policy, "properties", "value")
            .orElse(new Property("value", policy.declaredAt(), unread(policy.declaredAt())));
    Value.Unknown unknown = value.value() instanceof Value.Unknown it ? it : unread(value.at());
    Property open = new Property(value.name(), value.at(), unknown);
    return List.of(
        new PolicyRequest(
            management.service(policy),
            policy,
            open,
            Optional.of(open),
            open,
            Optional.empty(),
            Optional.of(unknown)));
  }

  private static Value.Unknown unread(Location at) {
    return Doubt.withheld("policy behind a link", at);
  }

  /// A backend that signs in itself.
  private Optional<PolicyRequest> backend(Resource backend) {
    Optional<Property> identity =
        Bodies.at(backend, "properties", "credentials", "managedIdentity");
    Optional<Property> url = Bodies.at(backend, "properties", "url");
    if (identity.isEmpty() || url.isEmpty()) {
      return Optional.empty();
    }
    Property at = identity.orElseThrow();
    return Optional.of(
        new PolicyRequest(
            management.service(backend),
            backend,
            url.orElseThrow(),
            Bodies.at(at.value(), "resource"),
            at,
            Bodies.at(at.value(), "clientId"),
            Optional.empty()));
  }
}
