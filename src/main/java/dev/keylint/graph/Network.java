package dev.keylint.graph;

import dev.keylint.graph.call.Targets;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.text.Lazy;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The ways into the resources of an estate, and what is written down about who came.
public final class Network {
  private final Estate estate;
  private final ResourceIndex index;
  private final Function<Resource, List<Call>> callsTo;
  private final Lazy<List<PrivateEndpoint>> privateEndpoints;
  private final Lazy<List<DiagnosticSetting>> diagnosticSettings;
  private final Lazy<List<PerimeterAssociation>> perimeters;

  Network(Estate estate, ResourceIndex index, Function<Resource, List<Call>> callsTo) {
    this.estate = estate;
    this.index = index;
    this.callsTo = callsTo;
    this.privateEndpoints = new Lazy<>(() -> PrivateEndpoint.of(index));
    this.diagnosticSettings = new Lazy<>(() -> DiagnosticSetting.of(index));
    this.perimeters = new Lazy<>(() -> PerimeterAssociation.of(index));
  }

  private Network(Network all, Function<Resource, List<Call>> callsTo) {
    this.estate = all.estate;
    this.index = all.index;
    this.callsTo = callsTo;
    this.privateEndpoints = all.privateEndpoints;
    this.diagnosticSettings = all.diagnosticSettings;
    this.perimeters = all.perimeters;
  }

  /// The same with other calls.
  Network with(Function<Resource, List<Call>> callsTo) {
    return new Network(this, callsTo);
  }

  /// The private ways into the resources.
  public List<PrivateEndpoint> privateEndpoints() {
    return privateEndpoints.get();
  }

  /// Where logs and metrics are sent to.
  public List<DiagnosticSetting> diagnosticSettings() {
    return diagnosticSettings.get();
  }

  /// Why diagnostic settings may be there that are not known: `keylint live` does not read them.
  public Optional<Value.Unknown> unreadDiagnostics(Resource of) {
    return estate.live() && diagnosticSettings().isEmpty()
        ? Optional.of(Doubt.withheld("the diagnostic settings", of.declaredAt()))
        : Optional.empty();
  }

  /// The services that call a resource and that its firewall counts among those of Azure.
  public List<TrustedCaller> trustedCallers(Resource resource) {
    return new TrustedCallers(index).of(resource, callsTo.apply(resource));
  }

  /// Where the firewall of an account or search service is set, as near to its exceptions as can
  /// be.
  public Location firewallAt(Resource resource) {
    String rules = rules(resource);
    return Bodies.at(resource, "properties", rules, "bypass")
        .or(() -> Bodies.at(resource, "properties", rules))
        .or(() -> Bodies.at(resource, "properties", "publicNetworkAccess"))
        .map(Property::at)
        .orElseGet(resource::declaredAt);
  }

  /// What keeps callers out of an account or search service, or may; empty when nothing does.
  public Optional<Firewall> firewall(Resource service) {
    ResourceId id = index.id(service);
    return Firewall.of(service)
        .or(() ->
            perimeters.get().stream()
                .filter(it -> !it.decidesFor(id).isFalse())
                .findFirst()
                .map(PerimeterAssociation::firewall));
  }

  /// Whether a network security perimeter decides who comes to a service, whatever that says.
  public Answer isInPerimeter(Resource service) {
    ResourceId id = index.id(service);
    Answer any = Answer.no();
    for (PerimeterAssociation it : perimeters.get()) {
      any = any.or(it.decidesFor(id));
    }
    return any;
  }

  /// Whether the calls of a workload leave from a virtual network; "no" is said of what the estate
  /// declares only.
  public Answer callsFromNetwork(Workload caller) {
    return new CallerNetworks(estate, index).of(caller);
  }

  /// Whether a private endpoint that is seen leads to a service.
  public Answer hasPrivateEndpoint(Resource service) {
    ResourceId id = index.id(service);
    Answer any = Answer.no();
    for (PrivateEndpoint it : privateEndpoints()) {
      any = any.or(it.leadsTo(id));
    }
    return any;
  }

  private static String rules(Resource resource) {
    return resource.type().is(Targets.SEARCH) ? "networkRuleSet" : "networkAcls";
  }

  /// Whether the firewall of an account or search service lets trusted services of Azure in. What
  /// an account does that does not say it, nobody has written down.
  public Answer admitsTrustedServices(Resource resource) {
    boolean search = resource.type().is(Targets.SEARCH);
    Optional<Property> bypass = Bodies.at(resource, "properties", rules(resource), "bypass");
    if (bypass.isEmpty()) {
      return search
          ? Answer.no()
          : Answer.open(
              Doubt.notStated(
                  "what an account without `networkAcls.bypass` lets in", resource.declaredAt()));
    }
    return Answer.of(
        bypass.orElseThrow().value(),
        it -> Bodies.text(it).filter("AzureServices"::equalsIgnoreCase).isPresent());
  }

  /// The kinds of service that the private endpoint of a zone group leads to.
  public List<Value> privateServices(Resource zoneGroup) {
    return new PrivateZones(index).services(zoneGroup);
  }
}
