package dev.keylint.eval;

import dev.keylint.eval.run.Run;
import dev.keylint.resource.OtherWrite;
import dev.keylint.resource.OtherWrite.Kind;
import dev.keylint.resource.Resource;
import dev.keylint.text.Cut;
import dev.keylint.text.Diagnostic;
import dev.keylint.value.Reason;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a root deployment writes, at every depth: a resource that is written twice is one.
final class Writes {
  /// So many writes of one resource are put in order; no real deployment comes near.
  private static final int MOST_ORDERED = 32;

  private static final int LONGEST_NAME = 80;

  /// Azure lets nobody give another principal to a role assignment that is there: a second write
  /// that differs is refused, and the first grant stays.
  private static final String GRANTS = "microsoft.authorization/roleassignment";

  private final List<Write> writes = new ArrayList<>();

  void add(Write write) {
    writes.add(write);
  }

  /// The resources of a run, each as its last write leaves it, at the place of that.
  List<Resource> settled(Run run) {
    return settled(run, MOST_ORDERED);
  }

  /// The same of a run that has used up its limits: no write is put in order any more.
  List<Resource> unordered(Run run) {
    return settled(run, 1);
  }

  private List<Resource> settled(Run run, int mostOrdered) {
    IdentityHashMap<Resource, Resource> states = new IdentityHashMap<>();
    Set<Resource> overwritten = Collections.newSetFromMap(new IdentityHashMap<>());
    for (List<Write> same : byId(run)) {
      List<State> left = same.size() > mostOrdered ? List.of(many(same, run)) : settle(same, run);
      if (same.size() > MOST_ORDERED) {
        run.report(tooMany(same));
      }
      same.forEach(write -> overwritten.add(write.resource()));
      for (int i = 0; i < left.size(); i++) {
        Resource last = left.get(i).last.resource();
        states.put(last, alternative(i, left));
        overwritten.remove(last);
      }
    }
    return run.resources().stream()
        .filter(resource -> !overwritten.contains(resource))
        .map(resource -> states.getOrDefault(resource, resource))
        .toList();
  }

  /// The writes of each resource that is written more than once.
  private Collection<List<Write>> byId(Run run) {
    Map<String, Integer> ofType = new HashMap<>();
    writes.forEach(write -> ofType.merge(write.resource().type().key(), 1, Integer::sum));
    Map<String, List<Write>> byId = new LinkedHashMap<>();
    for (Write write : writes) {
      String type = write.resource().type().key();
      boolean alone = ofType.getOrDefault(type, 0) == 1;
      if (!alone && !type.startsWith(GRANTS) && isOneId(write.resource().id())) {
        byId.computeIfAbsent(key(write.resource(), run), _ -> new ArrayList<>()).add(write);
      }
    }
    byId.values().removeIf(same -> same.size() == 1);
    return byId.values();
  }

  /// What could not be evaluated looks the same for many resources.
  private static boolean isOneId(Value id) {
    return !(id instanceof Value.Unknown(_, Reason reason, _)
        && (reason instanceof Reason.Failed || reason instanceof Reason.Unsupported));
  }

  /// The id has been paid for as a part of the result.
  private static String key(Resource resource, Run run) {
    return resource.type().key() + " " + run.paidKey(resource.id());
  }

  /// Writes of which never two are made stay apart.
  private static List<State> settle(List<Write> same, Run run) {
    List<State> found = new ArrayList<>();
    for (Write write : WriteOrder.sorted(same)) {
      State state = new State(List.of(), write, write.resource());
      List<State> met =
          found.stream().filter(each -> !Exclusion.are(each.resource, write.resource())).toList();
      for (int i = 0; i < met.size(); i++) {
        State before = met.get(i);
        List<Write> open =
            before.candidates().stream().filter(it -> !WriteOrder.isBefore(it, write)).toList();
        // Without it, which of several is there is open.
        boolean later = open.isEmpty() && (i == 0 || write.resource().condition().isEmpty());
        state = state.after(before, open, later, run);
      }
      found.removeAll(met);
      found.add(state);
    }
    return found;
  }

  /// What is unknown hides calls and keys, of which then no rule is asked.
  private static Diagnostic tooMany(List<Write> same) {
    Resource last = same.getLast().resource();
    String name = Cut.to(Shown.text(last.name()), LONGEST_NAME);
    String message =
        "`" + name + "` is written " + same.size() + " times; so many are not put in order";
    return Diagnostic.of(Diagnostic.Kind.LIMIT, message, last.declaredAt())
        .help("where its writes differ, what is left of it is not known");
  }

  private static State many(List<Write> same, Run run) {
    Write last = same.getLast();
    Overwriting overwriting = new Overwriting(run, last.resource().declaredAt());
    return new State(List.of(), last, overwriting.many(same));
  }

  /// With the condition that makes it, and where it is written otherwise.
  private static Resource alternative(int index, List<State> all) {
    State state = all.get(index);
    List<OtherWrite> others = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i != index) {
        Write write = all.get(i).last;
        others.add(
            new OtherWrite(
                write.resource().declaredAt(), write.apartFrom(state.last), Kind.INSTEAD));
      }
    }
    if (!others.isEmpty()) {
      state
          .last
          .condition()
          .ifPresent(at ->
              others.addFirst(
                  new OtherWrite(state.last.resource().declaredAt(), at, Kind.CONDITION)));
    }
    return state.resource.with(others);
  }

  /// The state after some writes.
  ///
  /// @param others those of which each may be made after the last one
  /// @param last the one at whose place the state is shown
  private record State(List<Write> others, Write last, Resource resource) {
    /// Those of which each may be the last one.
    List<Write> candidates() {
      List<Write> candidates = new ArrayList<>(others);
      candidates.add(last);
      return candidates;
    }

    /// This state, on top of another.
    ///
    /// @param open what of that may be made after it
    State after(State before, List<Write> open, boolean later, Run run) {
      List<Write> all = new ArrayList<>(others);
      all.addAll(open);
      Overwriting overwriting = new Overwriting(run, last.resource().declaredAt());
      Kind kind = open.isEmpty() ? Kind.OVERWRITTEN : Kind.UNORDERED;
      OtherWrite other =
          new OtherWrite(before.last.resource().declaredAt(), before.last.apartFrom(last), kind);
      Resource merged =
          later
              ? overwriting.later(before.resource, resource)
              : overwriting.either(before.resource, resource, other.at());
      return new State(all, last, merged.with(before.resource.others()).with(List.of(other)));
    }
  }
}
