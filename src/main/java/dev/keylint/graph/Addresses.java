package dev.keylint.graph;

import dev.keylint.resource.Resource;
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
  record Address(IdPath resource, Text url, Service service) {
    Endpoint name(Endpoint endpoint) {
      return endpoint.service() == Service.OPEN
          ? new Endpoint(endpoint.host(), endpoint.path(), service, endpoint.target())
          : endpoint;
    }
  }

  /// The address that a text starts with by reference.
  Optional<Address> start(Text text) {
    if (text.isKnown() || text.chars().charAt(0) != Text.HOLE) {
      return Optional.empty();
    }
    List<Reference> references = Reference.all(text.holes().getFirst());
    if (references.size() != 1) {
      return Optional.empty();
    }
    return address(references.getFirst(), text.slice(0, 1))
        .map(it -> new Address(it.resource, it.url.append(text.from(1)), it.service));
  }

  /// The main address of a resource.
  Optional<Address> of(IdPath id) {
    Value.Unknown unknown = Doubt.atRunTime(id.value(), "endpoint", id.value().origin().at());
    Text hole = Text.hole(unknown);
    Value endpoint = new Value.Str("endpoint", unknown.origin());
    return address(new Reference(id, List.of(endpoint)), hole);
  }

  private Optional<Address> address(Reference reference, Text hole) {
    IdPath id = reference.resource();
    Optional<Resource> resource = index.byId(id).filter(it -> !it.existing());
    String type = index.byId(id).map(it -> it.type().key()).or(id::type).orElse("");
    List<String> path = names(reference.path());
    if (!path.getFirst().startsWith("endpoint")) {
      return Optional.empty();
    }
    return switch (type) {
      case Targets.SEARCH -> {
        Optional<Text> name = resource.flatMap(this::label).or(id::name);
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
  Optional<Text> label(Resource resource) {
    return switch (resource.type().key()) {
      case Targets.ACCOUNT ->
          Members.at(resource, "properties", "customSubDomainName")
              .map(Property::value)
              .or(() -> Optional.of(resource.name()))
              .flatMap(Text::of)
              .map(Text::lower);
      case Targets.PROJECT ->
          index
              .parent(resource, 1)
              .flatMap(this::label)
              .flatMap(account ->
                  index.id(resource).name().map(name -> account.append("/").append(name)));
      default -> index.id(resource).name().map(Text::lower);
    };
  }

  private Text account(Resource account, Service service, Text hole) {
    Optional<Property> subdomain = Members.at(account, "properties", "customSubDomainName");
    if (subdomain.isPresent()) {
      return Text.of(subdomain.orElseThrow().value())
          .map(label -> host(label, service, ""))
          .orElse(hole);
    }
    return Members.at(account, "location")
        .flatMap(it -> Text.of(it.value()))
        .map(region -> host(region, Service.REGIONAL, ""))
        .orElse(hole);
  }

  private Text project(Resource project, Text hole) {
    Optional<Text> account = index.parent(project, 1).flatMap(this::label);
    Optional<Text> name = index.id(project).name();
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
        Members.text(account.body(), "kind").filter("OpenAI"::equalsIgnoreCase).isPresent();
    return openAi && api.isEmpty() ? Service.OPENAI : Service.AI_SERVICES;
  }

  /// The names on a path, in lower case, without a leading `properties`.
  private static List<String> names(List<Value> path) {
    List<String> names = new ArrayList<>();
    for (Value each : path) {
      names.add(Members.text(each).orElse("").toLowerCase(Locale.ROOT));
    }
    if (!names.isEmpty() && names.getFirst().equals("properties")) {
      names.removeFirst();
    }
    return names.isEmpty() ? List.of("") : names;
  }

  private static Text host(Text label, Service service, String path) {
    Text scheme = Text.of("https://", label.origin());
    return scheme.append(label).append(service.suffix() + "/" + path);
  }
}
