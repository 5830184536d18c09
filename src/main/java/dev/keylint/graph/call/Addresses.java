package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.resource.RuntimeProperty;
import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The addresses that Azure gives to accounts, projects and search services, in the public cloud.
final class Addresses {
  private final ResourceIndex index;

  Addresses(ResourceIndex index) {
    this.index = index;
  }

  /// An address that stands for a reference such as `account.properties.endpoint`.
  ///
  /// @param url the address in full, with what the template appends to it
  /// @param service what is known of it even where the host is not
  record Address(ResourceId resource, PartialText url, Service service) {
    Endpoint name(Endpoint endpoint) {
      return endpoint.service() == Service.OPEN
          ? new Endpoint(endpoint.host(), endpoint.path(), service, endpoint.target())
          : endpoint;
    }
  }

  /// The address that a text starts with by reference.
  Optional<Address> start(PartialText text) {
    if (text.isKnown() || text.chars().charAt(0) != PartialText.HOLE) {
      return Optional.empty();
    }
    List<RuntimeProperty> references = RuntimeProperty.all(text.holes().getFirst());
    if (references.size() != 1) {
      return Optional.empty();
    }
    return address(references.getFirst(), text.slice(0, 1))
        .map(it -> new Address(it.resource, it.url.append(text.from(1)), it.service));
  }

  /// The main address of a resource.
  Optional<Address> of(ResourceId id) {
    Value.Unknown unknown = Doubt.atRunTime(id.value(), "endpoint", id.value().origin().at());
    PartialText hole = PartialText.hole(unknown);
    Value endpoint = new Value.Str("endpoint", unknown.origin());
    return address(new RuntimeProperty(id, List.of(endpoint)), hole);
  }

  private Optional<Address> address(RuntimeProperty reference, PartialText hole) {
    ResourceId id = reference.resource();
    Optional<Resource> resource = index.byId(id).filter(it -> !it.existing());
    String type = index.byId(id).map(it -> it.type().key()).or(id::type).orElse("");
    List<String> path = names(reference.path());
    if (!path.getFirst().startsWith("endpoint")) {
      return Optional.empty();
    }
    return switch (type) {
      case Targets.SEARCH -> {
        Optional<PartialText> name = resource.flatMap(this::label).or(id::name);
        yield Optional.of(
            new Address(id, host(name.orElse(hole), Service.SEARCH, ""), Service.SEARCH));
      }
      case Targets.ACCOUNT -> {
        Service service = resource.map(it -> service(it, path)).orElse(Service.AI_SERVICES);
        yield Optional.of(
            new Address(id, resource.map(it -> account(it, service, hole)).orElse(hole), service));
      }
      case Targets.PROJECT ->
          Optional.of(
              new Address(id, resource.map(it -> project(it, hole)).orElse(hole), Service.FOUNDRY));
      default -> Optional.empty();
    };
  }

  /// The first label of a resource's host names: an account's subdomain, a search service's name;
  /// for a project the account's, a slash and its own name.
  Optional<PartialText> label(Resource resource) {
    return switch (resource.type().key()) {
      case Targets.ACCOUNT ->
          Bodies.at(resource, "properties", "customSubDomainName")
              .map(Property::value)
              .or(() -> Optional.of(resource.name()))
              .flatMap(PartialText::of)
              .map(PartialText::lower);
      case Targets.PROJECT ->
          index
              .parent(resource, 1)
              .flatMap(this::label)
              .flatMap(account ->
                  index.id(resource).name().map(name -> account.append("/").append(name)));
      default -> index.id(resource).name().map(PartialText::lower);
    };
  }

  private PartialText account(Resource account, Service service, PartialText hole) {
    Optional<Property> subdomain = Bodies.at(account, "properties", "customSubDomainName");
    if (subdomain.isPresent()) {
      return PartialText.of(subdomain.orElseThrow().value())
          .map(label -> host(label, service, ""))
          .orElse(hole);
    }
    return Bodies.at(account, "location")
        .flatMap(it -> PartialText.of(it.value()))
        .map(region -> host(region, Service.REGIONAL, ""))
        .orElse(hole);
  }

  private PartialText project(Resource project, PartialText hole) {
    Optional<PartialText> account = index.parent(project, 1).flatMap(this::label);
    Optional<PartialText> name = index.id(project).name();
    return account.isEmpty() || name.isEmpty()
        ? hole
        : host(account.orElseThrow(), Service.FOUNDRY, "api/projects/").append(name.orElseThrow());
  }

  /// `properties.endpoint` follows the account's kind, `properties.endpoints` names its APIs.
  private static Service service(Resource account, List<String> path) {
    String api = path.size() > 1 ? path.getLast() : "";
    if (api.contains("openai")) {
      return Service.OPENAI;
    }
    if (api.contains("foundry") || api.contains("inference")) {
      return Service.FOUNDRY;
    }
    boolean openAi =
        Bodies.text(account.body(), "kind").filter("OpenAI"::equalsIgnoreCase).isPresent();
    return openAi && api.isEmpty() ? Service.OPENAI : Service.AI_SERVICES;
  }

  /// The names on a path, in lower case, without a leading `properties`.
  private static List<String> names(List<Value> path) {
    List<String> names = new ArrayList<>();
    for (Value each : path) {
      names.add(Bodies.text(each).orElse("").toLowerCase(Locale.ROOT));
    }
    if (!names.isEmpty() && names.getFirst().equals("properties")) {
      names.removeFirst();
    }
    return names.isEmpty() ? List.of("") : names;
  }

  private static PartialText host(PartialText label, Service service, String path) {
    PartialText scheme = PartialText.of("https://", label.origin());
    return scheme.append(label).append(service.suffix() + "/" + path);
  }
}
