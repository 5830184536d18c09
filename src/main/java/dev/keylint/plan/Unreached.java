package dev.keylint.plan;

import dev.keylint.module.Lookup;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.PlannedDeployment.Purpose;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The templates that others call and that no deployment comes by all the same.
///
/// A call that never happens must not take a template from view: one that could be deployed as it
/// stands is a root, and so is one whose every call is impossible, whatever values parameters get.
///
/// Not for several threads.
public final class Unreached {
  private final TemplateLoader loader;
  private final List<WorkspaceFile> candidates;
  private final Set<WorkspaceFile> planned;
  private final Set<WorkspaceFile> probed = new HashSet<>();
  private final Set<String> possible = new HashSet<>();

  /// @param candidates the templates of a scan without twins, sorted by path
  /// @param planned those that are roots already
  Unreached(TemplateLoader loader, List<WorkspaceFile> candidates, Set<WorkspaceFile> planned) {
    this.loader = loader;
    this.candidates = List.copyOf(candidates);
    this.planned = new HashSet<>(planned);
  }

  /// The next templates to deploy as they stand; empty when all are come by or need values.
  ///
  /// @param reached the paths of what all deployments so far came by
  public List<PlannedDeployment> next(Set<String> reached) {
    List<WorkspaceFile> open =
        remaining(reached).stream().filter(file -> !needsValues(file)).toList();
    Set<WorkspaceFile> called = new HashSet<>();
    for (WorkspaceFile file : open) {
      loader.used(file, Uses.Kind.MODULE).stream()
          .filter(target -> !target.equals(file))
          .forEach(called::add);
    }
    List<WorkspaceFile> first = open.stream().filter(file -> !called.contains(file)).toList();
    // All of a circle are called; one of them comes by the others.
    return planned(first.isEmpty() ? open.stream().limit(1).toList() : first);
  }

  /// Deployments that show which of the templates left could be come by with other values; what
  /// they come by is to be told to `possible`.
  public List<PlannedDeployment> probes(Set<String> reached) {
    Set<WorkspaceFile> left = new HashSet<>(remaining(reached));
    List<WorkspaceFile> callers = new ArrayList<>();
    if (!left.isEmpty()) {
      for (WorkspaceFile file : candidates) {
        if (loader.used(file, Uses.Kind.MODULE).stream().anyMatch(left::contains)
            && probed.add(file)) {
          callers.add(file);
        }
      }
    }
    return callers.stream()
        .map(file -> PlannedDeployment.of(file, Optional.empty()).purpose(Purpose.PROBE))
        .toList();
  }

  /// The templates that are left over when all callers have been probed: no call of them can
  /// happen.
  ///
  /// @param possible the paths of what the probes came by
  public List<PlannedDeployment> impossible(Set<String> reached, Set<String> possible) {
    this.possible.addAll(possible);
    return planned(
        remaining(reached).stream().filter(file -> !this.possible.contains(file.shown())).toList());
  }

  private List<WorkspaceFile> remaining(Set<String> reached) {
    return candidates.stream()
        .filter(file -> !planned.contains(file) && !reached.contains(file.shown()))
        .filter(file -> Roots.deploys(file, loader))
        .toList();
  }

  private List<PlannedDeployment> planned(List<WorkspaceFile> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    planned.addAll(files);
    Map<WorkspaceFile, Location> calls = calls(new LinkedHashSet<>(files));
    return files.stream()
        .map(file ->
            PlannedDeployment.of(file, Optional.empty()).idle(Optional.ofNullable(calls.get(file))))
        .toList();
  }

  /// The first call of each.
  private Map<WorkspaceFile, Location> calls(Set<WorkspaceFile> files) {
    Map<WorkspaceFile, Location> calls = new HashMap<>();
    for (WorkspaceFile file : candidates) {
      for (ModuleGraph.Reference call : loader.calls(file)) {
        if (files.contains(call.target()) && !call.target().equals(file)) {
          calls.putIfAbsent(call.target(), call.at());
        }
      }
    }
    return calls;
  }

  private boolean needsValues(WorkspaceFile file) {
    return loader.facts(file) instanceof Lookup.Found<FileFacts>(var facts) && facts.needsValues();
  }
}
