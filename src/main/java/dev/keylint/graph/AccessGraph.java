package dev.keylint.graph;

import dev.keylint.resource.Estate;
import java.util.List;

/// Who reaches what in an estate, how, and with which rights.
public record AccessGraph(
    Estate estate,
    List<Target> targets,
    List<Workload> workloads,
    List<Grant> grants,
    List<Call> calls) {
  public AccessGraph {
    targets = List.copyOf(targets);
    workloads = List.copyOf(workloads);
    grants = List.copyOf(grants);
    calls = List.copyOf(calls);
  }

  /// Joins the resources of an estate.
  public static AccessGraph of(Estate estate) {
    ResourceIndex index = ResourceIndex.of(estate);
    Principals principals = Principals.of(index);
    Targets targets = Targets.of(index);
    List<Grant> grants = new Grants(estate, index, principals, targets).all();
    Workloads workloads = Workloads.of(index, principals);
    return new AccessGraph(estate, targets.all(), workloads.all(), grants, List.of());
  }
}
