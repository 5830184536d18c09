package dev.keylint.graph;

import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.resource.RuntimeProperty;
import dev.keylint.value.Alternatives;
import dev.keylint.value.Doubt;
import dev.keylint.value.NormalForm;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds out who a `principalId` or a client id belongs to.
///
/// In a template it is a reference to a property that Azure fills in; in live state it is a GUID,
/// which the bodies of resources and of their callers explain.
final class Principals {
  private static final String IDENTITIES = "microsoft.managedidentity/userassignedidentities";

  /// What reads a variable in a Bicep parameter file, and in one of azd in JSON.
  private static final Set<String> VARIABLES = Set.of("readenvironmentvariable", "externalinputs");

  private final ResourceIndex index;
  private final Map<String, Identity> byPrincipal = new HashMap<>();
  private final Map<String, Identity> byClient = new HashMap<>();

  private Principals(ResourceIndex index) {
    this.index = index;
  }

  static Principals of(ResourceIndex index) {
    Principals principals = new Principals(index);
    index.all().forEach(principals::learn);
    return principals;
  }

  /// The identity that a principal id names, with the help of its `principalType`.
  Identity byPrincipal(Value id, Optional<Property> type) {
    return find(id, byPrincipal, "principalid").orElseGet(() -> directory(id, type));
  }

  /// The identity that a client id names; empty when no resource at hand has it.
  Optional<Identity> byClient(Value id) {
    return find(id, byClient, "clientid");
  }

  /// The user-assigned identity of which this is the resource id.
  Optional<Identity> byResource(Value id) {
    ResourceId read = ResourceId.of(id);
    return read.type().filter(IDENTITIES::equals).map(_ -> userAssigned(read));
  }

  /// Whether resources of a type are identities.
  static boolean areOfType(String type) {
    return IDENTITIES.equalsIgnoreCase(type);
  }

  /// The user-assigned identities of the estate, then those of workloads that have one of their
  /// own, or may.
  List<Identity> all(Workloads workloads) {
    Map<String, Identity> all = new LinkedHashMap<>();
    for (Resource resource : index.ofType(IDENTITIES)) {
      Identity identity = userAssigned(index.id(resource));
      all.putIfAbsent(identity.key(), identity);
    }
    for (Workload workload : workloads.all()) {
      if (!workload.systemAssigned().isFalse()) {
        Identity identity = ofResource(workload.resource());
        all.putIfAbsent(identity.key(), identity);
      }
    }
    return List.copyOf(all.values());
  }

  /// The principal and client ids that lead to an identity, in lower case.
  Set<String> idsOf(Identity identity) {
    Set<String> ids = new HashSet<>();
    for (Map<String, Identity> known : List.of(byPrincipal, byClient)) {
      known.forEach((id, it) -> {
        if (it.is(identity)) {
          ids.add(id);
        }
      });
    }
    return ids;
  }

  /// The identity of its own that a resource has.
  Identity ofResource(Resource resource) {
    return new Identity.SystemAssigned(index.id(resource), resource.name());
  }

  /// The identity that Azure makes for the nodes of a cluster.
  private Identity ofNodes(ResourceId cluster) {
    return new Identity.SystemAssigned(
        cluster.key() + "/kubeletidentity", declared(cluster), name(cluster));
  }

  /// The identity that is this resource.
  Identity userAssigned(ResourceId id) {
    return new Identity.UserAssigned(declared(id), name(id));
  }

  /// The id as the resource itself has it, so that all its identities are equal.
  private ResourceId declared(ResourceId id) {
    return index.byId(id).map(index::id).orElse(id);
  }

  private Value name(ResourceId id) {
    return index
        .byId(id)
        .map(Resource::name)
        .or(() -> id.name().map(PartialText::value))
        .orElse(id.value());
  }

  /// The identity that a resource is, or is a part of.
  Optional<Identity> holding(ResourceId id) {
    return id.type().filter(IDENTITIES::equals).isPresent()
        ? Optional.of(userAssigned(id))
        : id.parent(1)
            .filter(it -> it.type().filter(IDENTITIES::equals).isPresent())
            .map(this::userAssigned);
  }

  private Optional<Identity> find(Value id, Map<String, Identity> known, String member) {
    if (id instanceof Value.Str(var guid, _)) {
      return Optional.ofNullable(known.get(guid.toLowerCase(Locale.ROOT)));
    }
    List<RuntimeProperty> references = RuntimeProperty.all(id);
    List<Identity> all =
        references.stream()
            .map(reference -> identity(reference, member))
            .flatMap(Optional::stream)
            .toList();
    boolean one =
        !all.isEmpty()
            && all.size() == references.size()
            && all.stream().allMatch(all.getFirst()::is);
    return one ? Optional.of(all.getFirst()) : Optional.empty();
  }

  private Optional<Identity> identity(RuntimeProperty reference, String member) {
    if (!reference.member().filter(member::equals).isPresent()) {
      return reference.kubelet().map(this::ofNodes);
    }
    Optional<ResourceId> attached = reference.userAssigned();
    if (attached.isPresent()) {
      return attached.map(this::userAssigned);
    }
    ResourceId id = reference.resource();
    Optional<Resource> resource = index.byId(id);
    String type = resource.map(it -> it.type().key()).or(id::type).orElse("");
    if (type.equals(IDENTITIES)) {
      return Optional.of(userAssigned(id));
    }
    if (type.isEmpty() || reference.path().size() < 2) {
      return Optional.empty();
    }
    return Optional.of(new Identity.SystemAssigned(declared(id), name(id)));
  }

  private static Identity directory(Value id, Optional<Property> type) {
    String key = NormalForm.plain(id).toLowerCase(Locale.ROOT);
    if (ResourceId.of(id).type().isPresent()) {
      // Azure finds no principal with the id of a resource, be it an identity's.
      return new Identity.Principal(Identity.Kind.NOBODY, "principal " + key, id);
    }
    if (id instanceof Value.Str(var text, _) && text.isBlank()) {
      return new Identity.Principal(
          Identity.Kind.NOBODY, key, new Value.Str("nobody", id.origin()));
    }
    if (isDeployer(id)) {
      return new Identity.Principal(Identity.Kind.DEPLOYER, key, id);
    }
    Optional<Value> said = type.map(Property::value);
    return said.orElse(id) instanceof Value.Unknown unknown
        ? new Identity.Unresolved(key, id, unknown)
        : ofType(said.flatMap(Bodies::text).orElse(""), key, id);
  }

  private static Identity ofType(String type, String key, Value id) {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "serviceprincipal", "agentserviceprincipal" ->
          isGiven(id)
              ? new Identity.Principal(Identity.Kind.SERVICE_PRINCIPAL, key, id)
              : new Identity.Unresolved(key, id, because(id));
      case "user", "agentuser" -> new Identity.Principal(Identity.Kind.USER, key, id);
      case "group", "foreigngroup" -> new Identity.Principal(Identity.Kind.GROUP, key, id);
      case "device" -> new Identity.Principal(Identity.Kind.DEVICE, key, id);
      default -> new Identity.Unresolved(key, id, because(id));
    };
  }

  /// Whether all that the id may turn out to be is a constant, or what the user will say: of no
  /// resource here, then. Any other expression may lead to one that was not found.
  static boolean isGiven(Value id) {
    return Alternatives.of(id).stream()
        .allMatch(it ->
            !(it instanceof Value.Unknown unknown)
                || unknown.reason() instanceof Reason.MissingParameter
                || unknown.reason() instanceof Reason.Secret);
  }

  /// `deployer().objectId`, or what the Azure Developer CLI sets to the id of who runs it.
  private static boolean isDeployer(Value id) {
    List<Value> choices = Alternatives.of(id);
    return !choices.isEmpty()
        && choices.stream()
            .allMatch(
                choice -> choice instanceof Value.Unknown unknown && isDeployer(unknown.term()));
  }

  private static boolean isDeployer(Term term) {
    if (term instanceof Term.Access(var base, _)) {
      return base instanceof Value.Unknown(Term.Call(var function, _), _, _)
          && function.equalsIgnoreCase("deployer");
    }
    return term instanceof Term.Call(var function, var arguments)
        && VARIABLES.contains(function.toLowerCase(Locale.ROOT))
        && !arguments.isEmpty()
        && Bodies.text(arguments.getFirst()).equals(Optional.of("AZURE_PRINCIPAL_ID"));
  }

  private static Value.Unknown because(Value id) {
    return id instanceof Value.Unknown unknown
        ? unknown
        : Doubt.withheld("kind of the principal", id.origin().at());
  }

  private void learn(Resource resource) {
    if (resource.type().key().equals(IDENTITIES)) {
      Bodies.at(resource, "properties")
          .ifPresent(it -> learn(userAssigned(index.id(resource)), it.value()));
    }
    Optional<Property> identity = Bodies.at(resource, "identity");
    identity.ifPresent(it -> learn(ofResource(resource), it.value()));
    identity
        .flatMap(it -> Bodies.at(it.value(), "userAssignedIdentities"))
        .map(it -> Attached.in(it.value()))
        .ifPresent(all -> all.forEach(each -> learn(userAssigned(each.id()), each.body())));
  }

  private void learn(Identity identity, Value holder) {
    Bodies.text(holder, "principalId")
        .ifPresent(id -> byPrincipal.putIfAbsent(id.toLowerCase(Locale.ROOT), identity));
    Bodies.text(holder, "clientId")
        .ifPresent(id -> byClient.putIfAbsent(id.toLowerCase(Locale.ROOT), identity));
  }
}
