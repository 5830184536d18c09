package dev.keylint.graph.call;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.resource.RuntimeProperty;
import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The addresses that Azure gives to accounts, projects and search services, in the cloud of their
/// region; in the public one where that is not known.
final class Addresses {
  private final ResourceIndex index;

  Addresses(ResourceIndex index) {
    this.index = index;
  }

  /// An address that stands for a reference such as `account.properties.endpoint`.
  ///
  /// @param resource what has this address; empty when it is one of several
  /// @param url the address in full, with what the template appends to it
  /// @param service what is known of it even where the host is not
  /// @param cloud the cloud that its region is in; empty when that is not known
  record Address(
      Optional<ResourceId> resource, PartialText url, Service service, Optional<Cloud> cloud) {
    Address with(PartialText changed) {
      return new Address(resource, changed, service, cloud);
    }

    Endpoint name(Endpoint endpoint) {
      Service named = endpoint.service() == Service.OPEN ? service : endpoint.service();
      return endpoint.of(named, cloud);
    }
  }

  /// The address that a text starts with by reference.
  Optional<Address> start(PartialText text) {
    if (text.chars().charAt(0) != PartialText.HOLE) {
      return Optional.empty();
    }
    return resolve(text.holes().getFirst()).map(it -> it.with(it.url.append(text.from(1))));
  }

  /// The address that a reference, or a function of one, stands for.
  private Optional<Address> resolve(Value value) {
    List<Address> all = new ArrayList<>();
    List<RuntimeProperty> references = RuntimeProperty.all(value);
    for (RuntimeProperty reference : references) {
      address(reference, PartialText.hole(value)).ifPresent(all::add);
    }
    if (all.isEmpty()) {
      return changed(value);
    }
    if (all.size() == 1 && references.size() == 1) {
      return Optional.of(all.getFirst());
    }
    boolean alike =
        all.size() == references.size()
            && all.stream().map(Address::service).distinct().count() == 1;
    Service service = alike ? all.getFirst().service : Service.OPEN;
    return Optional.of(
        new Address(Optional.empty(), PartialText.hole(value), service, Optional.empty()));
  }

  /// What text functions make of an address, as `replace(endpoint, 'https:', 'wss:')` does.
  private Optional<Address> changed(Value value) {
    return switch (value) {
      case Value.Unknown(Term.Call(var function, var arguments), _, _) when !arguments.isEmpty() ->
          resolve(arguments.getFirst())
              .flatMap(it ->
                  changed(function.toLowerCase(Locale.ROOT), it.url, arguments).map(it::with));
      case Value.Unknown(Term.Access(var base, var path), _, _)
          when path.size() == 1
              && path.getFirst() instanceof Value.Int(var index, _)
              && base instanceof Value.Unknown(Term.Call(var function, var arguments), _, _)
              && function.equalsIgnoreCase("split")
              && arguments.size() == 2
              && arguments.getLast() instanceof Value.Str(var separator, _)
              && separator.length() == 1 ->
          resolve(arguments.getFirst())
              .flatMap(it -> piece(it.url.split(separator.charAt(0)), index).map(it::with));
      case Value _ -> Optional.empty();
    };
  }

  private static Optional<PartialText> piece(List<PartialText> pieces, long index) {
    return index >= 0 && index < pieces.size()
        ? Optional.of(pieces.get((int) index))
        : Optional.empty();
  }

  private static Optional<PartialText> changed(
      String function, PartialText url, List<Value> arguments) {
    return switch (function) {
      case "tolower", "trim" -> Optional.of(url.lower());
      case "replace" ->
          arguments.size() == 3
                  && arguments.get(1) instanceof Value.Str(var old, _)
                  && arguments.get(2) instanceof Value.Str(var by, _)
                  && !old.isEmpty()
              ? Optional.of(url.replace(old, by))
              : Optional.empty();
      case "uri" ->
          arguments.size() == 2
                  && arguments.get(1) instanceof Value.Str(var path, _)
                  && url.chars().endsWith("/")
              ? Optional.of(url.append(path.startsWith("/") ? path.substring(1) : path))
              : Optional.empty();
      default -> Optional.empty();
    };
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
    Optional<Cloud> cloud = resource.flatMap(this::cloud);
    return switch (type) {
      case Targets.SEARCH -> {
        PartialText name = resource.flatMap(this::label).or(id::name).orElse(hole);
        PartialText url = host(name, Service.SEARCH, cloud, "");
        yield Optional.of(new Address(Optional.of(id), url, Service.SEARCH, cloud));
      }
      case Targets.ACCOUNT -> {
        Service service = resource.map(it -> service(it, path)).orElse(Service.AI_SERVICES);
        yield Optional.of(
            new Address(
                Optional.of(id),
                resource.map(it -> account(it, service, hole)).orElseGet(() -> unseen(hole)),
                service,
                cloud));
      }
      case Targets.PROJECT ->
          Optional.of(
              new Address(
                  Optional.of(id),
                  resource.map(it -> project(it, hole)).orElse(hole),
                  Service.FOUNDRY,
                  cloud));
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

  /// The cloud of the region that a resource, or the one that it is a part of, is in.
  Optional<Cloud> cloud(Resource resource) {
    Optional<Property> location = Bodies.at(resource, "location");
    return location.isEmpty()
        ? index.parent(resource, 1).flatMap(this::cloud)
        : location.map(Property::value).flatMap(Bodies::text).flatMap(Cloud::ofRegion);
  }

  private PartialText account(Resource account, Service service, PartialText hole) {
    Optional<Cloud> cloud = cloud(account);
    Optional<Property> subdomain = Bodies.at(account, "properties", "customSubDomainName");
    if (subdomain.isPresent()) {
      return PartialText.of(subdomain.orElseThrow().value())
          .map(label -> host(label, service, cloud, ""))
          .orElse(hole);
    }
    return Bodies.at(account, "location")
        .flatMap(it -> PartialText.of(it.value()))
        .map(region -> host(region, Service.REGIONAL, cloud, ""))
        .orElse(hole);
  }

  /// What Azure makes up, which is a host name with a slash behind it.
  private static PartialText unseen(PartialText hole) {
    return PartialText.of("https://", hole.origin()).append(hole).append("/");
  }

  private PartialText project(Resource project, PartialText hole) {
    Optional<PartialText> account = index.parent(project, 1).flatMap(this::label);
    Optional<PartialText> name = index.id(project).name();
    return account.isEmpty() || name.isEmpty()
        ? hole
        : host(account.orElseThrow(), Service.FOUNDRY, cloud(project), "api/projects/")
            .append(name.orElseThrow());
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

  private static PartialText host(
      PartialText label, Service service, Optional<Cloud> cloud, String path) {
    PartialText scheme = PartialText.of("https://", label.origin());
    String suffix = service.suffix(cloud.orElse(Cloud.PUBLIC));
    return scheme.append(label).append(suffix + "/" + path);
  }
}
