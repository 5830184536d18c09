package dev.keylint.plan;

import dev.keylint.module.Lookup;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.PlannedDeployment.Purpose;
import dev.keylint.text.Lazy;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

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

  /// What is neither planned nor come by, by path.
  private final Map<String, WorkspaceFile> left = new LinkedHashMap<>();

  /// Those of them that could be deployed as they stand, and how many of these call each.
  private final SequencedMap<WorkspaceFile, Integer> callers = new LinkedHashMap<>();

  private final Set<WorkspaceFile> uncalled = new HashSet<>();

  private final Set<WorkspaceFile> probed = new HashSet<>();
  private final Lazy<Map<WorkspaceFile, Location>> calls = new Lazy<>(this::firstCalls);
  private boolean begun;

  /// @param candidates the templates of a scan without twins, sorted by path
  /// @param planned those that are roots already
  Unreached(TemplateLoader loader, List<WorkspaceFile> candidates, Set<WorkspaceFile> planned) {
    this.loader = loader;
    this.candidates = List.copyOf(candidates);
    this.planned = Set.copyOf(planned);
  }

  /// The next templates to deploy as they stand; empty when all are come by or need values.
  ///
  /// @param reached the paths of what the deployments since the last question came by
  public List<PlannedDeployment> next(Set<String> reached) {
    begin(reached);
    reached.forEach(this::leave);
    // All of a circle are called; one of them comes by the others.
    Set<WorkspaceFile> first =
        uncalled.isEmpty() && !callers.isEmpty()
            ? Set.of(callers.firstEntry().getKey())
            : Set.copyOf(uncalled);
    return planned(first);
  }

  /// Whether a template may still have to be deployed, so that it is worth keeping.
  public boolean isLeft(WorkspaceFile file) {
    return left.containsKey(file.shown());
  }

  /// Deployments that show which of the templates left could be come by with other values.
  public List<PlannedDeployment> probes() {
    Set<WorkspaceFile> wanted = new HashSet<>(left.values());
    List<PlannedDeployment> probes = new ArrayList<>();
    for (WorkspaceFile file : wanted.isEmpty() ? List.<WorkspaceFile>of() : candidates) {
      if (loader.used(file, Uses.Kind.MODULE).stream().anyMatch(wanted::contains)
          && probed.add(file)) {
        probes.add(PlannedDeployment.of(file, Optional.empty()).purpose(Purpose.PROBE));
      }
    }
    return probes;
  }

  /// The templates that are left when all callers have been probed: no call of them can happen.
  ///
  /// @param possible the paths of what the probes came by
  public List<PlannedDeployment> impossible(Set<String> possible) {
    possible.forEach(this::leave);
    return planned(left.values());
  }

  private void begin(Set<String> reached) {
    if (begun) {
      return;
    }
    begun = true;
    for (WorkspaceFile file : candidates) {
      if (!planned.contains(file)
          && !reached.contains(file.shown())
          && Roots.deploys(file, loader)) {
        left.put(file.shown(), file);
        if (!needsValues(file)) {
          callers.put(file, 0);
        }
      }
    }
    callers.keySet().stream().flatMap(this::called).toList().forEach(this::addCaller);
    callers.forEach((file, count) -> {
      if (count == 0) {
        uncalled.add(file);
      }
    });
  }

  private void addCaller(WorkspaceFile called) {
    callers.computeIfPresent(called, (_, count) -> count + 1);
  }

  private void leave(String path) {
    WorkspaceFile file = left.remove(path);
    if (file == null) {
      return;
    }
    loader.drop(file);
    uncalled.remove(file);
    if (callers.remove(file) != null) {
      called(file).forEach(this::removeCaller);
    }
  }

  private void removeCaller(WorkspaceFile called) {
    Integer count = callers.computeIfPresent(called, (_, before) -> before - 1);
    if (count != null && count == 0) {
      uncalled.add(called);
    }
  }

  private Stream<WorkspaceFile> called(WorkspaceFile file) {
    return loader.used(file, Uses.Kind.MODULE).stream().filter(target -> !target.equals(file));
  }

  private List<PlannedDeployment> planned(Collection<WorkspaceFile> some) {
    List<WorkspaceFile> files =
        some.stream().sorted(Comparator.comparing(WorkspaceFile::shown)).toList();
    files.forEach(file -> leave(file.shown()));
    return files.stream()
        .map(file -> {
          PlannedDeployment planned = PlannedDeployment.of(file, Optional.empty());
          return Optional.ofNullable(calls.get().get(file))
              .map(call -> planned.with(Remark.idle(call)))
              .orElse(planned);
        })
        .toList();
  }

  /// The first call of each template that is called.
  private Map<WorkspaceFile, Location> firstCalls() {
    Map<WorkspaceFile, Location> first = new HashMap<>();
    for (WorkspaceFile file : candidates) {
      for (ModuleGraph.Reference call : loader.calls(file)) {
        if (!call.target().equals(file)) {
          first.putIfAbsent(call.target(), call.at());
        }
      }
    }
    return first;
  }

  private boolean needsValues(WorkspaceFile file) {
    return loader.facts(file) instanceof Lookup.Found<FileFacts>(var facts) && facts.needsValues();
  }
}
