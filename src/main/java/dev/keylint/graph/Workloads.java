package dev.keylint.graph;

import dev.keylint.graph.call.Targets;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The workloads of an estate.
final class Workloads {
  private static final Set<String> TYPES =
      Set.of(
          "microsoft.apimanagement/service",
          "microsoft.app/containerapps",
          "microsoft.app/jobs",
          "microsoft.automation/automationaccounts",
          "microsoft.compute/virtualmachines",
          "microsoft.compute/virtualmachinescalesets",
          "microsoft.containerinstance/containergroups",
          "microsoft.containerservice/managedclusters",
          "microsoft.datafactory/factories",
          "microsoft.logic/workflows",
          "microsoft.machinelearningservices/workspaces",
          "microsoft.machinelearningservices/workspaces/batchendpoints",
          "microsoft.machinelearningservices/workspaces/onlineendpoints",
          "microsoft.resources/deploymentscripts",
          "microsoft.synapse/workspaces",
          "microsoft.web/sites",
          "microsoft.web/sites/slots",
          "microsoft.web/staticsites",
          Targets.ACCOUNT,
          Targets.PROJECT,
          Targets.SEARCH);

  private final Map<String, Workload> byKey = new LinkedHashMap<>();

  private final ResourceIndex index;

  private Workloads(ResourceIndex index) {
    this.index = index;
  }

  /// Whether resources of a type are workloads.
  static boolean areOfType(String type) {
    return TYPES.contains(type.toLowerCase(Locale.ROOT));
  }

  static Workloads of(ResourceIndex index, Principals principals) {
    Workloads workloads = new Workloads(index);
    for (Resource resource : index.all()) {
      if (TYPES.contains(resource.type().key())) {
        Workload workload = workloads.read(resource, principals);
        workloads.byKey.putIfAbsent(workload.key(), workload);
      }
    }
    return workloads;
  }

  List<Workload> all() {
    return List.copyOf(byKey.values());
  }

  /// The workload that is this resource.
  Optional<Workload> of(Resource resource) {
    return Optional.ofNullable(byKey.get(index.key(resource)));
  }

  private Workload read(Resource resource, Principals principals) {
    String key = index.key(resource);
    if (resource.existing()) {
      Value.Unknown unseen = Doubt.atRunTime(resource.id(), "identity", resource.declaredAt());
      return new Workload(
          resource, key, resource.name(), Answer.open(unseen), List.of(), Optional.of(unseen));
    }
    Optional<Property> attached = Bodies.at(resource, "identity", "userAssignedIdentities");
    List<Identity> identities =
        attached.map(it -> Attached.in(it.value())).orElse(List.of()).stream()
            .map(each -> principals.userAssigned(each.id()))
            .toList();
    Optional<Value.Unknown> more =
        attached.filter(it -> !Attached.complete(it.value())).map(it -> Doubt.because(it.value()));
    return new Workload(
        resource, key, resource.name(), hasSystemAssigned(resource), identities, more);
  }

  private static Answer hasSystemAssigned(Resource resource) {
    Optional<Property> type = Bodies.at(resource, "identity", "type");
    if (type.isEmpty()) {
      return Answer.no();
    }
    return switch (type.orElseThrow().value()) {
      case Value.Str(var text, _) ->
          Answer.of(text.toLowerCase(Locale.ROOT).contains("systemassigned"));
      case Value.Unknown unknown -> Answer.open(unknown);
      case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Arr _, Value.Obj _ ->
          Answer.no();
    };
  }
}
