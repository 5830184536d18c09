package dev.keylint.graph.call;

import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Alternatives;
import dev.keylint.value.PartialText;
import dev.keylint.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads URLs and finds the targets they lead to.
public final class Endpoints {
  private static final String HTTPS = "https://";

  private final Addresses addresses;
  private final Targets targets;
  private final Set<String> ownHosts;
  private final Map<String, Target> byLabel = new HashMap<>();

  /// The accounts that serve no models.
  private final Map<String, Target> otherByLabel = new HashMap<>();

  /// Reads URLs against the targets of an estate.
  public Endpoints(ResourceIndex index, Targets targets) {
    this.addresses = new Addresses(index);
    this.ownHosts = OwnHosts.of(index);
    for (Target target : targets.all()) {
      target
          .resource()
          .flatMap(this::label)
          .ifPresent(label -> byLabel.putIfAbsent(target.kind() + " " + label.key(), target));
    }
    for (Target other : targets.others()) {
      other
          .resource()
          .flatMap(this::label)
          .ifPresent(label -> otherByLabel.putIfAbsent(label.key(), other));
    }
    this.targets = targets;
  }

  /// The targets of a kind.
  List<Target> ofKind(TargetKind kind) {
    return targets.all().stream().filter(it -> it.kind() == kind).toList();
  }

  /// Where a value leads to; empty when it is no text or empty.
  public Optional<Endpoint> read(Value url) {
    List<Value> choices = Alternatives.of(url);
    if (choices.isEmpty()) {
      return Optional.empty();
    }
    List<Endpoint> all = choices.stream().map(this::readOne).flatMap(Optional::stream).toList();
    return all.size() < choices.size() ? Optional.empty() : Optional.of(common(url, all));
  }

  /// Where a service's bare name leads to, as in `AZURE_SEARCH_SERVICE`.
  public Optional<Endpoint> named(Value name, Service service) {
    List<Value> names = Alternatives.of(name);
    Optional<PartialText> text =
        PartialText.of(names.size() == 1 ? names.getFirst() : name)
            .filter(it -> !it.chars().isEmpty());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    PartialText label = text.orElseThrow().lower();
    Optional<Target> target = target(label, service, PartialText.of("/", label.origin()));
    PartialText scheme = PartialText.of(HTTPS, label.origin());
    if (!label.isKnown() && target.isEmpty()) {
      // It may be a whole host all the same.
      return Optional.of(
          Endpoint.parse(scheme.append(label).append("/")).of(service, Optional.empty()));
    }
    Optional<Cloud> cloud = target.flatMap(Target::resource).flatMap(addresses::cloud);
    PartialText host = label.append(service.suffix(cloud.orElse(Cloud.PUBLIC)));
    return Optional.of(
        Endpoint.parse(scheme.append(host).append("/")).of(service, cloud).to(target));
  }

  /// The endpoint of the target with this resource id; empty when it is no target's id.
  Optional<Endpoint> ofResource(Value id) {
    ResourceId path = ResourceId.of(id);
    return targets
        .byId(path)
        .flatMap(target ->
            addresses
                .of(path)
                .map(it -> it.name(Endpoint.parse(it.url())).to(Optional.of(target))));
  }

  /// Where the URLs in a connection string, a JSON text or a list lead to, of those that lead to
  /// services we look at.
  List<Endpoint> embedded(PartialText text) {
    Map<String, Endpoint> found = new LinkedHashMap<>();
    for (PartialText url : EmbeddedUrls.of(text)) {
      readOne(url.value())
          .filter(it -> it.service().isOurs())
          .ifPresent(it -> found.putIfAbsent(it.host().key() + it.path().key(), it));
    }
    return List.copyOf(found.values());
  }

  private Optional<Endpoint> readOne(Value value) {
    return PartialText.of(value)
        .filter(text -> !text.chars().isBlank())
        .map(text -> {
          Optional<Addresses.Address> address = addresses.start(text);
          Endpoint parsed = Endpoint.parse(address.map(Addresses.Address::url).orElse(text));
          Endpoint endpoint =
              ownHosts.contains(parsed.host().key())
                  ? parsed.of(Service.OWN, Optional.empty())
                  : parsed;
          Optional<ResourceId> resource = address.flatMap(Addresses.Address::resource);
          Endpoint found =
              address
                  .map(it -> it.name(endpoint))
                  .orElse(endpoint)
                  .to(resource.flatMap(targets::byId).or(() -> target(endpoint)));
          return found.target().isPresent()
              ? found
              : resource
                  .flatMap(targets::other)
                  .or(() -> another(endpoint))
                  .map(found::toAnother)
                  .orElse(found);
        });
  }

  /// The account without models that goes by the name of a host.
  private Optional<Target> another(Endpoint endpoint) {
    int dot = endpoint.host().chars().indexOf('.');
    return dot < 0 || endpoint.service() != Service.AI_SERVICES
        ? Optional.empty()
        : Optional.ofNullable(otherByLabel.get(endpoint.host().slice(0, dot).key()));
  }

  private Optional<Target> target(Endpoint endpoint) {
    int dot = endpoint.host().chars().indexOf('.');
    return dot < 0
        ? Optional.empty()
        : target(endpoint.host().slice(0, dot), endpoint.service(), endpoint.path());
  }

  private Optional<Target> target(PartialText label, Service service, PartialText path) {
    return switch (service) {
      case SEARCH -> Optional.ofNullable(byLabel.get(TargetKind.SEARCH + " " + label.key()));
      case OPENAI, AI_SERVICES -> account(label);
      case FOUNDRY -> {
        if (path.chars().startsWith(Endpoint.PROJECTS)) {
          String project = path.from(Endpoint.PROJECTS.length()).key();
          yield Optional.ofNullable(
                  byLabel.get(TargetKind.PROJECT + " " + label.key() + "/" + project))
              .or(() -> account(label));
        }
        yield account(label);
      }
      case REGIONAL, OWN, OTHER, OPEN -> Optional.empty();
    };
  }

  private Optional<Target> account(PartialText label) {
    return Optional.ofNullable(byLabel.get(TargetKind.ACCOUNT + " " + label.key()));
  }

  private Optional<PartialText> label(Resource resource) {
    return addresses.label(resource);
  }

  /// One endpoint for all the choices: the only one, or one that says what they have in common.
  private static Endpoint common(Value url, List<Endpoint> all) {
    Set<String> hosts = new HashSet<>();
    Set<String> paths = new HashSet<>();
    Set<Service> services = new HashSet<>();
    for (Endpoint each : all) {
      hosts.add(each.host().key() + each.path().key());
      paths.add(each.path().key());
      services.add(each.service());
    }
    if (hosts.size() == 1) {
      return all.getFirst();
    }
    PartialText open = PartialText.hole(url);
    Service service = services.size() == 1 ? all.getFirst().service() : Service.OPEN;
    Endpoint first = all.getFirst();
    boolean secure = all.stream().allMatch(each -> each.url().chars().startsWith(HTTPS));
    boolean oneCloud = all.stream().map(Endpoint::cloud).distinct().count() == 1;
    return new Endpoint(
        secure ? PartialText.of(HTTPS, open.origin()).append(open) : open,
        open,
        paths.size() == 1 ? first.path() : open,
        service,
        oneCloud ? first.cloud() : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
