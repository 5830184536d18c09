package dev.keylint.graph;

import dev.keylint.graph.call.Targets;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Alternatives;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Property;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
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
    ResourceId id = index.id(resource);
    if (resource.existing()) {
      Value.Unknown unseen = Doubt.atRunTime(resource.id(), "identity", resource.declaredAt());
      return new Workload(
          resource, id, resource.name(), Answer.open(unseen), List.of(), Optional.of(unseen));
    }
    Optional<Value> identity = Bodies.at(resource, "identity").map(Property::value);
    List<Value> maps = new ArrayList<>();
    Optional<Value.Unknown> more = identity.flatMap(it -> collect(it, maps));
    List<Identity> identities =
        maps.stream()
            .flatMap(it -> Attached.in(it).stream())
            .map(each -> principals.userAssigned(each.id()))
            .toList();
    Optional<Value.Unknown> open =
        maps.stream()
            .filter(it -> !Attached.complete(it))
            .map(Doubt::because)
            .findFirst()
            .or(() -> more);
    Answer own = identity.map(Workloads::hasSystemAssigned).orElseGet(Answer::no);
    return new Workload(resource, id, resource.name(), own, identities, open);
  }

  /// Adds the `userAssignedIdentities` of what an identity may turn out to be; gives why there may
  /// be others.
  private static Optional<Value.Unknown> collect(Value identity, List<Value> maps) {
    Optional<Value.Unknown> more = Optional.empty();
    for (Value each : Alternatives.of(identity)) {
      if (each instanceof Value.Unknown unknown) {
        more = Optional.of(unknown);
      } else {
        Bodies.at(each, "userAssignedIdentities").map(Property::value).ifPresent(maps::add);
      }
    }
    return more;
  }

  /// Whether all that a type may turn out to be agree.
  private static Answer allowed(Value.Unknown type) {
    List<Value> choices = Alternatives.ofAllowed(type);
    List<Boolean> holds = choices.stream().map(Workloads::isSystemAssigned).distinct().toList();
    return choices.stream().allMatch(Value.Str.class::isInstance) && holds.size() == 1
        ? Answer.of(holds.getFirst())
        : Answer.open(type);
  }

  private static boolean isSystemAssigned(Value type) {
    return Bodies.text(type)
        .filter(it -> it.toLowerCase(Locale.ROOT).contains("systemassigned"))
        .isPresent();
  }

  private static Answer hasSystemAssigned(Value identity) {
    if (identity instanceof Value.Unknown(Term.Call(var function, var arguments), _, _)
        && function.equalsIgnoreCase("if")
        && arguments.size() == 3) {
      Answer one = hasSystemAssigned(arguments.get(1));
      return one.equals(hasSystemAssigned(arguments.get(2)))
          ? one
          : Answer.open((Value.Unknown) identity);
    }
    if (identity instanceof Value.Unknown unknown) {
      return Answer.open(unknown);
    }
    Optional<Value> type = Bodies.at(identity, "type").map(Property::value);
    if (type.isEmpty()) {
      return Answer.no();
    }
    return type.orElseThrow() instanceof Value.Unknown unknown
        ? allowed(unknown)
        : Answer.of(isSystemAssigned(type.orElseThrow()));
  }
}
