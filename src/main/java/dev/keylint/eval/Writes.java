package dev.keylint.eval;

import dev.keylint.eval.run.Run;
import dev.keylint.resource.Resource;
import dev.keylint.template.Declaration;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a root deployment writes, at every depth: a resource that is written twice is one.
final class Writes {
  private final List<Write> writes = new ArrayList<>();

  /// One write of a resource, and where it is declared.
  record Write(Resource resource, Site site, Declaration declaration) {
    /// The declarations by which it is reached, from the root on.
    private List<Caller> path() {
      List<Caller> path = new ArrayList<>();
      path.add(new Caller(site, declaration));
      Optional<Caller> caller = site.setting().caller();
      while (caller.isPresent()) {
        path.addFirst(caller.orElseThrow());
        caller = caller.orElseThrow().site().setting().caller();
      }
      return path;
    }
  }

  void add(Write write) {
    writes.add(write);
  }

  /// The resources of a run, each as its last write leaves it, at the place of that.
  List<Resource> settled(Run run) {
    Map<String, List<Write>> byId = new LinkedHashMap<>();
    for (Write write : writes) {
      if (isOneId(write.resource.id())) {
        byId.computeIfAbsent(key(write.resource), _ -> new ArrayList<>()).add(write);
      }
    }
    IdentityHashMap<Resource, Resource> states = new IdentityHashMap<>();
    Set<Resource> overwritten = Collections.newSetFromMap(new IdentityHashMap<>());
    for (List<Write> same : byId.values()) {
      if (same.size() > 1) {
        settle(same, run, states, overwritten);
      }
    }
    return run.resources().stream()
        .filter(resource -> !overwritten.contains(resource))
        .map(resource -> states.getOrDefault(resource, resource))
        .toList();
  }

  /// What could not be evaluated looks the same for many resources.
  private static boolean isOneId(Value id) {
    return !(id instanceof Value.Unknown(_, Reason reason, _)
        && (reason instanceof Reason.Failed || reason instanceof Reason.Unsupported));
  }

  /// The id has been paid for as a part of the result.
  private static String key(Resource resource) {
    String id = NormalForm.plain(resource.id()).toLowerCase(Locale.ROOT);
    return resource.type().key() + " " + id;
  }

  /// Writes of which never two are made stay apart.
  private static void settle(
      List<Write> same,
      Run run,
      IdentityHashMap<Resource, Resource> states,
      Set<Resource> overwritten) {
    List<State> found = new ArrayList<>();
    for (Write write : inOrder(same)) {
      State next = new State(List.of(write), write, write.resource);
      Optional<State> other =
          found.stream()
              .filter(state -> !Exclusion.are(state.resource, write.resource))
              .findFirst();
      if (other.isEmpty()) {
        found.add(next);
        continue;
      }
      State before = other.orElseThrow();
      List<Write> open = before.candidates.stream().filter(each -> !isBefore(each, write)).toList();
      Overwriting overwriting = new Overwriting(run, write.resource.declaredAt());
      Resource state =
          open.isEmpty()
              ? overwriting.later(before.resource, write.resource)
              : overwriting.either(before.resource, write.resource);
      overwritten.add(before.last.resource);
      List<Write> candidates = new ArrayList<>(open);
      candidates.add(write);
      found.set(found.indexOf(before), new State(candidates, write, state));
    }
    for (State state : found) {
      states.put(state.last.resource, state.resource);
    }
  }

  /// The state after some writes.
  ///
  /// @param candidates those of which each may be the last one
  /// @param last the one at whose place the state is shown
  private record State(List<Write> candidates, Write last, Resource resource) {}

  private static List<Write> inOrder(List<Write> same) {
    List<Write> sorted = new ArrayList<>(same);
    IdentityHashMap<Write, Integer> ranks = new IdentityHashMap<>();
    for (Write write : same) {
      ranks.put(write, (int) same.stream().filter(other -> isBefore(other, write)).count());
    }
    sorted.sort((a, b) -> Integer.compare(ranks.getOrDefault(a, 0), ranks.getOrDefault(b, 0)));
    return sorted;
  }

  /// Decided where their ways part: by the declarations of one deployment.
  private static boolean isBefore(Write first, Write second) {
    List<Caller> one = first.path();
    List<Caller> other = second.path();
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      Caller mine = one.get(i);
      Caller yours = other.get(i);
      if (!mine.site().equals(yours.site())) {
        return false;
      }
      if (!mine.declaration().equals(yours.declaration())) {
        Dependencies dependencies = mine.site().dependencies();
        // In a circle, which Azure refuses, neither is first.
        return dependencies.inOrder(mine.declaration(), yours.declaration())
            && !dependencies.inOrder(yours.declaration(), mine.declaration());
      }
    }
    return false;
  }
}
