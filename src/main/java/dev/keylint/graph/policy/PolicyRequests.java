package dev.keylint.graph.policy;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Doubt;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The requests that API Management's policies and backends sign with a managed identity or a key.
public final class PolicyRequests {
  static final String AUTHENTICATION = "authentication-managed-identity";

  private static final String SERVICE = "microsoft.apimanagement/service/";
  private static final String POLICIES = "/policies";
  private static final String FRAGMENTS = "/policyfragments";
  private static final String BACKENDS = "/backends";

  /// A policy of which more can be read was made to keep us busy.
  private static final int MAX_ELEMENTS = 1000;

  private final ResourceIndex index;
  private final ApiManagement management;
  private final PolicyReader reader;
  private final PolicyKeys keys;
  private final List<Policy> policies = new ArrayList<>();
  private final List<PolicyRequest> requests = new ArrayList<>();
  private final List<UnsentToken> unsent = new ArrayList<>();

  /// What could not be read, in which service.
  private final List<Unread> unread = new ArrayList<>();

  private PolicyRequests(ResourceIndex index) {
    this.index = index;
    this.management = new ApiManagement(index);
    this.reader = new PolicyReader(index, management);
    this.keys = new PolicyKeys(management);
  }

  /// A policy, or a part of it, of which nothing is known.
  private record Unread(Resource policy, Optional<ResourceId> holder, Value.Unknown because) {}

  /// Reads the policies of an estate; a fragment counts where it is included, or once when no
  /// policy at hand does.
  public static PolicyRequests of(ResourceIndex index) {
    PolicyRequests all = new PolicyRequests(index);
    all.read();
    all.collect();
    return all;
  }

  /// All requests.
  public List<PolicyRequest> all() {
    return List.copyOf(requests);
  }

  /// The tokens that are asked for and not sent.
  public List<UnsentToken> unsent() {
    return List.copyOf(unsent);
  }

  /// Why a policy may do anything; empty when it was read.
  public Optional<Value.Unknown> unread(Resource policy) {
    return unread.stream().filter(it -> it.policy.equals(policy)).map(Unread::because).findFirst();
  }

  /// Whether requests are read from resources of a type, in lower case.
  public static boolean reads(String type) {
    return type.startsWith(SERVICE)
        && (type.endsWith(POLICIES) || type.endsWith(FRAGMENTS) || type.endsWith(BACKENDS));
  }

  /// Whether a resource is a backend, which signs in for whatever policy sends requests to it.
  public static boolean isBackend(Resource resource) {
    return resource.type().key().endsWith(BACKENDS);
  }

  /// The members of `properties` of which something must be known for a request to be read from a
  /// resource of a type that may have one, in lower case, the required one first.
  public static List<String> evidence(String type) {
    return type.endsWith(BACKENDS) ? List.of("url", "credentials") : List.of("value");
  }

  private void read() {
    List<Resource> fragments = new ArrayList<>();
    for (Resource resource : index.all()) {
      String type = resource.type().key();
      if (!type.startsWith(SERVICE) || resource.existing()) {
        continue;
      }
      if (type.endsWith(POLICIES)) {
        policy(resource);
      } else if (type.endsWith(FRAGMENTS)) {
        fragments.add(resource);
      } else if (type.endsWith(BACKENDS)) {
        backend(resource).ifPresent(requests::add);
        backendKey(resource).ifPresent(requests::add);
      }
    }
    fragments.stream().filter(each -> !reader.isIncluded(each)).forEach(this::policy);
  }

  private void policy(Resource resource) {
    Optional<ResourceId> holder = management.holder(resource);
    if (holder.isEmpty()) {
      return;
    }
    switch (reader.read(resource, holder.orElseThrow())) {
      case PolicyReader.Reading.Unread(Value.Unknown because, Property property) ->
          requests.add(unread(resource, because, property));
      case PolicyReader.Reading.Tree(PolicyElement root) -> {
        Policy policy =
            new Policy(
                resource,
                holder.orElseThrow(),
                management.api(resource),
                management.operation(resource),
                root);
        if (isExcessive(policy)) {
          Property property = root.document().property();
          String fact = "what a policy of this size does";
          requests.add(unread(resource, Doubt.notStated(fact, property.at()), property));
        } else {
          policies.add(policy);
        }
      }
    }
  }

  private static boolean isExcessive(Policy policy) {
    String[] names = {
      AUTHENTICATION, "set-header", "set-query-parameter", "set-variable", "set-backend-service"
    };
    return PolicyWalk.of(policy, names).size() > MAX_ELEMENTS;
  }

  private void collect() {
    NamedValues named = new NamedValues(management);
    RequestVariables variables = new RequestVariables(policies, named);
    PolicyTokens tokens = new PolicyTokens(policies, variables, named);
    PolicyBackends backends =
        new PolicyBackends(new Backends(management), variables, named, policies);
    for (Policy policy : policies) {
      List<PolicyWalk> signing = new ArrayList<>();
      for (PolicyWalk each : PolicyWalk.of(policy, AUTHENTICATION)) {
        if (!PolicyTokens.isKept(each.element())) {
          signing.add(each);
          add(each, each, true, backends);
          continue;
        }
        for (PolicyTokens.Use use : tokens.uses(policy, each.element())) {
          signing.add(use.header());
          add(each, use.header(), use.certain(), backends);
        }
      }
      for (PolicyWalk each : keys.of(policy, signing)) {
        Property key = PolicyKeys.evidence(each.element());
        for (PolicyBackends.Destination destination : backends.of(each)) {
          requests.add(byKey(policy.resource(), destination.urls(), key, keys.doubt(each)));
        }
      }
      missing(policy).ifPresent(requests::add);
    }
    unsent.addAll(new UnsentTokens(policies, tokens, this::elsewhere).all());
  }

  /// Why the requests of a policy may meet other policies that are not known: some could not be
  /// read, or it is for all APIs of a service that is not created here, or nothing includes it.
  private Optional<Value.Unknown> elsewhere(Policy policy) {
    boolean alone = policy.resource().type().key().endsWith(FRAGMENTS);
    boolean forOthers = policy.api().isEmpty() && !management.isDeclared(policy.holder());
    if (alone || forOthers) {
      return Optional.of(
          Doubt.notStated(
              "which other policies its requests meet", policy.resource().declaredAt()));
    }
    return unread.stream()
        .filter(it ->
            it.holder.filter(holder -> holder.key().equals(policy.holder().key())).isPresent())
        .map(Unread::because)
        .findFirst();
  }

  /// One request for each place that the token of an element may be sent to.
  private void add(
      PolicyWalk authentication, PolicyWalk sender, boolean certain, PolicyBackends backends) {
    Policy policy = authentication.policy();
    PolicyElement element = authentication.element();
    Property evidence = evidence(element);
    Optional<Value.Unknown> unread =
        certain
            ? Optional.empty()
            : Optional.of(Doubt.unsupported("how a request picks its token", evidence.at()));
    for (PolicyBackends.Destination destination : backends.of(sender)) {
      requests.add(
          new PolicyRequest(
              management.service(policy.resource()),
              policy.resource(),
              destination.urls(),
              element.attribute("resource").map(it -> backends.value(element, it, policy)),
              evidence,
              false,
              element.attribute("client-id").map(it -> backends.value(element, it, policy)),
              unread));
    }
  }

  private static Property evidence(PolicyElement element) {
    return element
        .attribute("resource")
        .map(it -> new Property(AUTHENTICATION, element.document().at(it), it.value().value()))
        .orElse(element.document().property());
  }

  /// A fragment that is not here may do anything.
  private Optional<PolicyRequest> missing(Policy policy) {
    return PolicyWalk.of(policy, PolicyReader.INCLUDE).stream()
        .map(PolicyWalk::element)
        .filter(include -> reader.fragment(include, policy.holder()).isEmpty())
        .findFirst()
        .map(include -> {
          Property property = include.document().property();
          String name = include.attribute("fragment-id").map(it -> it.value().shown()).orElse("?");
          String fact = "what the policy fragment `" + name + "` does";
          return unread(policy.resource(), Doubt.notStated(fact, property.at()), property);
        });
  }

  /// A policy behind a link, or one that can't be evaluated, may do anything.
  private PolicyRequest unread(Resource policy, Value.Unknown because, Property property) {
    unread.add(new Unread(policy, management.holder(policy), because));
    Property open = property.with(because);
    return new PolicyRequest(
        management.service(policy),
        policy,
        List.of(open),
        Optional.of(open),
        open,
        false,
        Optional.empty(),
        Optional.of(because));
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
            List.of(url.orElseThrow()),
            Bodies.at(at.value(), "resource"),
            at,
            false,
            Bodies.at(at.value(), "clientId"),
            Optional.empty()));
  }

  /// A backend that sends a key along.
  private Optional<PolicyRequest> backendKey(Resource backend) {
    Optional<Property> url = Bodies.at(backend, "properties", "url");
    return url.isEmpty()
        ? Optional.empty()
        : keys.of(backend, management.holder(backend))
            .map(key -> byKey(backend, List.of(url.orElseThrow()), key, Optional.empty()));
  }

  private PolicyRequest byKey(
      Resource resource, List<Property> urls, Property key, Optional<Value.Unknown> doubt) {
    return new PolicyRequest(
        management.service(resource),
        resource,
        urls,
        Optional.empty(),
        key,
        true,
        Optional.empty(),
        doubt);
  }
}
