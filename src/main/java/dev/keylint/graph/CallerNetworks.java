package dev.keylint.graph;

import dev.keylint.graph.call.ClientIds;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Whether the calls of a workload leave from a virtual network, so that they can take a private
/// endpoint.
///
/// Each kind of resource says it in its own way; most that say nothing call over the internet.
final class CallerNetworks {
  /// Verified modules make what they are called after, and nothing of another resource.
  private static final Pattern VERIFIED = Pattern.compile("(?i)avm/res/");

  private final Estate estate;
  private final ResourceIndex index;

  CallerNetworks(Estate estate, ResourceIndex index) {
    this.estate = estate;
    this.index = index;
  }

  /// "No" is only said of what the estate declares: of the rest somebody else may have said it.
  Answer of(Workload caller) {
    Resource resource = caller.resource();
    Answer told = resource.existing() ? unseen(resource) : told(resource);
    return told.isFalse() && estate.live() ? unseen(resource) : told;
  }

  private static Answer unseen(Resource resource) {
    return Answer.open(Doubt.notStated("which network the caller is in", resource.declaredAt()));
  }

  private Answer told(Resource it) {
    return switch (it.type().key()) {
      case "microsoft.web/sites", "microsoft.web/sites/slots" -> site(it);
      case "microsoft.app/containerapps" -> environment(it, "managedEnvironmentId");
      case "microsoft.app/jobs" -> environment(it, "environmentId");
      case "microsoft.containerinstance/containergroups" ->
          member(it, "properties", "subnetIds").or(member(it, "properties", "networkProfile"));
      case "microsoft.resources/deploymentscripts" ->
          member(it, "properties", "containerSettings", "subnetIds");
      case "microsoft.logic/workflows" -> member(it, "properties", "integrationServiceEnvironment");
      case "microsoft.web/staticsites" -> Answer.no();
      case "microsoft.apimanagement/service" -> gateway(it);
      case "microsoft.compute/virtualmachines",
          "microsoft.compute/virtualmachinescalesets",
          "microsoft.containerservice/managedclusters" ->
          Answer.yes();
      default ->
          unseen(it); // managed networks and runtimes of one's own, which other resources say
    };
  }

  /// Whether a member says something.
  private static Answer member(Resource resource, String... path) {
    return Bodies.at(resource, path)
        .map(Property::value)
        .map(it ->
            it instanceof Value.Arr(var items, _)
                ? Answer.of(!items.isEmpty())
                : ClientIds.isEmpty(it).not())
        .orElseGet(Answer::no);
  }

  private Answer site(Resource site) {
    if (Bodies.at(site, "extendedLocation").isPresent()) {
      return unseen(site);
    }
    Answer own =
        member(site, "properties", "virtualNetworkSubnetId")
            .or(member(site, "properties", "hostingEnvironmentProfile"))
            .or(children(site, "networkConfig"))
            .or(children(site, "virtualNetworkConnections"));
    Answer plan = Answer.no();
    if (Bodies.at(site, "properties", "managedEnvironmentId").isPresent()) {
      plan = environment(site, "managedEnvironmentId");
    } else if (Bodies.at(site, "properties", "serverFarmId").isPresent()) {
      plan =
          parent(site, "serverFarmId", it -> member(it, "properties", "hostingEnvironmentProfile"));
    }
    return own.or(plan);
  }

  /// Whether a part of this kind is declared for a resource, or may be.
  private Answer children(Resource of, String kind) {
    Answer any =
        estate.gaps().stream()
            .filter(it -> !VERIFIED.matcher(it.what()).find())
            .findFirst()
            .map(it -> Answer.open(it.unknown()))
            .orElseGet(Answer::no);
    for (Resource child : index.ofType(of.type().name() + "/" + kind)) {
      Optional<ResourceId> parent = index.id(child).parent(1);
      Answer here = parent.map(it -> it.holds(index.id(of))).orElseGet(() -> unseen(child));
      any =
          any.or(
              child.condition().map(it -> here.and(Answer.open(Doubt.because(it)))).orElse(here));
    }
    return any;
  }

  private Answer environment(Resource app, String member) {
    String written = Bodies.at(app, "properties", member).isPresent() ? member : "environmentId";
    return Bodies.at(app, "properties", written).isEmpty()
        ? unseen(app)
        : parent(
            app,
            written,
            it -> member(it, "properties", "vnetConfiguration", "infrastructureSubnetId"));
  }

  /// What the resource says of which a member holds the id; open when it is not declared here.
  private Answer parent(Resource resource, String member, Function<Resource, Answer> asked) {
    Value id = Bodies.at(resource, "properties", member).map(Property::value).orElse(resource.id());
    return index
        .byId(ResourceId.of(id))
        .filter(it -> !it.existing())
        .map(asked)
        .orElseGet(() -> unseen(resource));
  }

  /// Gateways of a service may stand in networks of their own.
  private Answer gateway(Resource service) {
    Answer own =
        Bodies.text(service.body(), "properties", "virtualNetworkType")
                .filter("none"::equalsIgnoreCase)
                .isPresent()
            ? Answer.no()
            : member(service, "properties", "virtualNetworkType");
    boolean others =
        index.all().stream()
            .map(it -> it.type().key())
            .anyMatch(it -> it.startsWith("microsoft.apimanagement/") && it.endsWith("/gateways"));
    return own.or(member(service, "properties", "virtualNetworkConfiguration"))
        .or(others ? unseen(service) : Answer.no());
  }
}
