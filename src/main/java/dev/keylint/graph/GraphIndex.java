package dev.keylint.graph;

import dev.keylint.graph.call.Settings;
import dev.keylint.graph.call.Target;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.text.Lazy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The parts of an access graph by what they belong to, so that who asks for those of one thing
/// does not look at all; in the order of the estate, unless it is said otherwise.
final class GraphIndex {
  private final ResourceIndex resources;
  private final Lazy<Map<String, List<Workload>>> holders;
  private final Lazy<Map<String, List<Workload>>> carriers;
  private final Lazy<Map<String, List<Call>>> callsOf;
  private final Lazy<Map<String, List<Call>>> callsTo;
  private final Lazy<Map<String, List<Grant>>> grantsOn;
  private final Lazy<Map<String, List<Grant>>> grants;
  private final Lazy<Map<String, List<Settings>>> settings;

  /// Those that may have any identity.
  private final Lazy<List<Workload>> doubtful;

  GraphIndex(
      ResourceIndex resources,
      Supplier<List<Workload>> workloads,
      Supplier<List<Call>> calls,
      List<Grant> grants,
      Supplier<List<Settings>> settings) {
    this.resources = resources;
    this.holders = by(workloads, it -> it.identities().stream().map(Identity::key));
    this.carriers = by(workloads, GraphIndex::carried);
    this.doubtful =
        new Lazy<>(() ->
            workloads.get().stream().filter(it -> it.unknownIdentities().isPresent()).toList());
    this.callsOf = callsOf(calls);
    this.callsTo = callsTo(calls, resources);
    this.grantsOn =
        by(
            () -> grants,
            it ->
                it.targets().stream()
                    .flatMap(target -> target.resource().stream())
                    .map(resources::key));
    this.grants = by(() -> grants, it -> Stream.of(resources.key(it.assignment())));
    this.settings = by(settings, it -> it.owner().stream().map(resources::key));
  }

  private GraphIndex(GraphIndex all, Supplier<List<Call>> calls) {
    this.resources = all.resources;
    this.holders = all.holders;
    this.carriers = all.carriers;
    this.doubtful = all.doubtful;
    this.callsOf = callsOf(calls);
    this.callsTo = callsTo(calls, resources);
    this.grantsOn = all.grantsOn;
    this.grants = all.grants;
    this.settings = all.settings;
  }

  /// The same with other calls.
  GraphIndex with(List<Call> calls) {
    return new GraphIndex(this, () -> calls);
  }

  private static Lazy<Map<String, List<Call>>> callsOf(Supplier<List<Call>> calls) {
    return by(calls, it -> it.workload().stream().map(Workload::key));
  }

  private static Lazy<Map<String, List<Call>>> callsTo(
      Supplier<List<Call>> calls, ResourceIndex resources) {
    return by(calls, it -> it.target().flatMap(Target::resource).stream().map(resources::key));
  }

  private static Stream<String> carried(Workload workload) {
    Stream<Identity> own =
        workload.systemAssigned().isFalse() ? Stream.of() : Stream.of(workload.ownIdentity());
    return Stream.concat(own, workload.userAssigned().stream()).map(Identity::key);
  }

  private static <T> Lazy<Map<String, List<T>>> by(
      Supplier<List<T>> all, Function<T, Stream<String>> keys) {
    return new Lazy<>(() -> {
      Map<String, List<T>> by = new HashMap<>();
      for (T each : all.get()) {
        keys.apply(each)
            .distinct()
            .forEach(key -> by.computeIfAbsent(key, _ -> new ArrayList<>()).add(each));
      }
      return by;
    });
  }

  private static <T> List<T> of(Lazy<Map<String, List<T>>> by, String key) {
    return by.get().getOrDefault(key, List.of());
  }

  /// The workloads that certainly may sign in as an identity.
  List<Workload> holders(Identity identity) {
    return of(holders, identity.key());
  }

  /// Those that perhaps may; those that may sign in as any identity come last.
  List<Workload> carriers(Identity identity) {
    List<Workload> all = new ArrayList<>(of(carriers, identity.key()));
    Set<String> keys = all.stream().map(Workload::key).collect(Collectors.toSet());
    doubtful.get().stream().filter(it -> keys.add(it.key())).forEach(all::add);
    return all;
  }

  List<Call> callsOf(Workload workload) {
    return of(callsOf, workload.key());
  }

  List<Call> callsTo(Resource resource) {
    return of(callsTo, resources.key(resource));
  }

  /// The role assignments that certainly reach a resource.
  List<Grant> grantsOn(Resource resource) {
    return of(grantsOn, resources.key(resource));
  }

  /// Those that a resource is.
  List<Grant> grants(Resource assignment) {
    return of(grants, resources.key(assignment));
  }

  List<Settings> settingsOf(Workload workload) {
    return of(settings, workload.key());
  }
}
