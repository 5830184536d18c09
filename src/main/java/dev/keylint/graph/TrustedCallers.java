package dev.keylint.graph;

import dev.keylint.graph.call.Targets;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the services that call a resource of which the firewall knows "trusted services of Azure".
final class TrustedCallers {
  private static final String WORKSPACE = "microsoft.machinelearningservices/workspaces";
  private static final String SHARED_LINKS =
      "microsoft.search/searchservices/sharedprivatelinkresources";
  private static final Set<String> OF_ACCOUNTS =
      Set.of(Targets.SEARCH, Targets.ACCOUNT, Targets.PROJECT, WORKSPACE);
  private static final Set<String> OF_SEARCH = Set.of(Targets.ACCOUNT, Targets.PROJECT);

  private final ResourceIndex index;

  TrustedCallers(ResourceIndex index) {
    this.index = index;
  }

  /// Those among the callers of a resource; `calls` are the calls that lead to it.
  List<TrustedCaller> of(Resource resource, List<Call> calls) {
    Set<String> trusted = resource.type().is(Targets.SEARCH) ? OF_SEARCH : OF_ACCOUNTS;
    String key = index.key(resource);
    return calls.stream()
        .filter(call ->
            call.workload()
                .filter(it -> trusted.contains(it.resource().type().key()))
                .filter(it -> !isPartOf(it, key))
                .isPresent())
        .map(call -> caller(call, call.workload().orElseThrow(), resource))
        .toList();
  }

  /// Whether a caller is the resource itself, or a project of it.
  private static boolean isPartOf(Workload caller, String key) {
    return caller.key().equals(key) || caller.key().startsWith(key + "/");
  }

  private TrustedCaller caller(Call call, Workload workload, Resource target) {
    Resource by = workload.resource();
    Answer asItself =
        Answer.of(
            call.credential().value(),
            it -> Bodies.text(it).equals(Optional.of("managed-identity")));
    return new TrustedCaller(workload.key(), by.name(), asItself, isPrivate(by, target), call.at());
  }

  private Answer isPrivate(Resource by, Resource target) {
    Answer link =
        switch (by.type().key()) {
          case Targets.SEARCH -> isShared(by, target);
          case Targets.PROJECT ->
              index.parent(by, 1).map(it -> inNetwork(it, target)).orElseGet(() -> unread(by));
          default -> inNetwork(by, target);
        };
    return link.isFalse() && by.existing() ? unread(by) : link;
  }

  private static Answer unread(Resource by) {
    return Answer.open(Doubt.atRunTime(by.id(), "private links", by.declaredAt()));
  }

  /// Whether a search service has a private link of its own to the target.
  private Answer isShared(Resource search, Resource target) {
    Answer any = Answer.no();
    for (Resource link : index.children(SHARED_LINKS, index.key(search))) {
      any = any.or(leadsTo(link.body(), target, "properties", "privateLinkResourceId"));
    }
    return any;
  }

  /// Whether a service that may live in a network has a private way to the target: by a rule of its
  /// managed network, or, as nobody can tell from here, by an endpoint in its network.
  private Answer inNetwork(Resource by, Resource target) {
    Optional<Property> network =
        Bodies.at(by, "properties", "managedNetwork")
            .or(() -> Bodies.at(by, "properties", "networkInjections"))
            .filter(TrustedCallers::isInUse);
    if (network.isEmpty()) {
      return Answer.no();
    }
    Answer ruled = Answer.no();
    for (Property rule :
        Bodies.at(by, "properties", "managedNetwork", "outboundRules")
            .map(it -> Bodies.members(it.value()))
            .orElse(List.of())) {
      ruled = ruled.or(leadsTo(rule.value(), target, "destination", "serviceResourceId"));
    }
    Property at = network.orElseThrow();
    return ruled.or(
        Answer.open(Doubt.notStated("what the network of the caller leads to", at.at())));
  }

  private static boolean isInUse(Property network) {
    boolean disabled =
        Bodies.text(network.value(), "isolationMode")
            .filter("disabled"::equalsIgnoreCase)
            .isPresent();
    return !disabled && !(network.value() instanceof Value.Arr(var items, _) && items.isEmpty());
  }

  private static Answer leadsTo(Value holder, Resource target, String... path) {
    return Bodies.at(holder, path)
        .map(id -> ResourceId.of(id.value()).holds(ResourceId.of(target.id())))
        .orElseGet(Answer::no);
  }
}
