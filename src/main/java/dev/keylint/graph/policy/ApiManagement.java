package dev.keylint.graph.policy;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.PartialTextBuilder;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the policies of API Management refer to by name: backends, named values, fragments, APIs.
final class ApiManagement {
  private static final String SERVICE = "microsoft.apimanagement/service";
  private static final Pattern NAMED_VALUE = Pattern.compile("\\{\\{\\s*([^{}]+?)\\s*\\}\\}");

  private final ResourceIndex index;

  /// By kind, key of the service or workspace, and name.
  private final Map<String, Resource> byName = new HashMap<>();

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
    Optional<String> holder = id.parent(1).map(ResourceId::key);
    if (holder.isEmpty()) {
      return;
    }
    id.name().ifPresent(name -> byName.put(key(kind, holder.orElseThrow(), name.key()), resource));
    Bodies.text(resource.body(), "properties", "displayName")
        .ifPresent(name ->
            byName.putIfAbsent(
                key(kind, holder.orElseThrow(), name.toLowerCase(Locale.ROOT)), resource));
  }

  private static String key(String kind, String holder, String name) {
    return kind + " " + holder + " " + name;
  }

  /// The service or workspace that a policy belongs to.
  Optional<ResourceId> holder(Resource policy) {
    String type = policy.type().key();
    int levels = 1;
    if (type.endsWith("/apis/operations/policies")) {
      levels = 3;
    } else if (type.endsWith("/apis/policies") || type.endsWith("/products/policies")) {
      levels = 2;
    }
    return index.id(policy).parent(levels);
  }

  /// The service itself, which calls.
  Optional<Resource> service(Resource part) {
    Optional<ResourceId> id = Optional.of(index.id(part));
    while (id.flatMap(ResourceId::type).filter(type -> !type.equals(SERVICE)).isPresent()) {
      id = id.flatMap(it -> it.parent(1));
    }
    return id.flatMap(index::byId);
  }

  Optional<Resource> fragment(ResourceId holder, PartialText name) {
    return find("policyfragments", holder, name);
  }

  /// The URLs of a backend, which may be a pool of several; empty when it is not in the estate.
  List<Property> urls(ResourceId holder, PartialText backend) {
    return find("backends", holder, backend).map(this::urls).orElse(List.of());
  }

  private List<Property> urls(Resource backend) {
    Optional<Property> url = Bodies.at(backend, "properties", "url");
    if (url.isPresent()) {
      return List.of(url.orElseThrow());
    }
    List<Property> urls = new ArrayList<>();
    for (Value member :
        Bodies.at(backend, "properties", "pool", "services")
            .map(it -> Bodies.items(it.value()))
            .orElse(List.of())) {
      Bodies.at(member, "id")
          .flatMap(it -> index.byId(ResourceId.of(it.value())))
          .flatMap(it -> Bodies.at(it, "properties", "url"))
          .ifPresent(urls::add);
    }
    return urls;
  }

  /// The URL that an API forwards to unless a policy says otherwise; for a policy of the API or of
  /// one of its operations.
  Optional<Property> serviceUrl(Resource policy) {
    return api(policy).flatMap(it -> Bodies.at(it, "properties", "serviceUrl"));
  }

  /// The policy of the API that an operation's policy belongs to.
  Optional<Resource> apiPolicy(Resource policy) {
    return policy.type().key().endsWith("/operations/policies")
        ? index
            .id(policy)
            .parent(2)
            .flatMap(api -> Optional.ofNullable(byName.get(key("policies", api.key(), "policy"))))
        : Optional.empty();
  }

  private Optional<Resource> api(Resource policy) {
    String type = policy.type().key();
    if (type.endsWith("/apis/policies")) {
      return index.parent(policy, 1);
    }
    return type.endsWith("/apis/operations/policies") ? index.parent(policy, 2) : Optional.empty();
  }

  private Optional<Resource> find(String kind, ResourceId holder, PartialText name) {
    return Optional.ofNullable(byName.get(key(kind, holder.key(), name.key())));
  }

  /// A text with the named values put in; one that is secret or not in the estate is a hole.
  PartialText resolve(PartialText text, ResourceId holder) {
    Matcher names = NAMED_VALUE.matcher(text.chars());
    PartialTextBuilder result = new PartialTextBuilder();
    int from = 0;
    while (names.find()) {
      PartialText name = PartialText.of(names.group(1), text.origin());
      result.add(text.slice(from, names.start())).add(namedValue(name, holder));
      from = names.end();
    }
    return from == 0 ? text : result.add(text.from(from)).build(text.origin());
  }

  private PartialText namedValue(PartialText name, ResourceId holder) {
    return find("namedvalues", holder, name)
        .flatMap(it -> Bodies.at(it, "properties", "value"))
        .flatMap(it -> PartialText.of(it.value()))
        .orElseGet(() ->
            PartialText.hole(
                Doubt.atRunTime(holder.value(), "namedValues." + name, name.origin().at())));
  }
}
