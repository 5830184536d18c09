package dev.keylint.check;

import dev.keylint.graph.AccessGraph;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.rule.Match;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// An estate with the values of one choice put in, and who is who in it.
///
/// Not safe for several threads.
final class ChosenEstate {
  private final SubjectsByKind before;
  private final SubjectsByKind after;
  private final AccessGraph graph;
  private final IdentityHashMap<Resource, Resource> chosen;
  private final Set<Resource> gone;

  private ChosenEstate(
      SubjectsByKind before,
      AccessGraph graph,
      IdentityHashMap<Resource, Resource> chosen,
      Set<Resource> gone) {
    this.before = before;
    this.after = new SubjectsByKind(() -> graph);
    this.graph = graph;
    this.chosen = chosen;
    this.gone = gone;
  }

  /// The estate with a choice; empty when not all of it could be worked out again.
  ///
  /// @param before the subjects of the estate as it is
  static Optional<ChosenEstate> of(
      Estate estate, SubjectsByKind before, Choice choice, Mentions mentions) {
    Filling filling = new Filling(choice, mentions);
    IdentityHashMap<Resource, Resource> chosen = new IdentityHashMap<>();
    Set<Resource> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Resource> all = new ArrayList<>();
    for (Resource resource : estate.resources()) {
      filling
          .resource(resource)
          .ifPresentOrElse(
              it -> {
                chosen.put(resource, it);
                all.add(it);
              },
              () -> gone.add(resource));
    }
    Estate filled =
        estate.with(
            all,
            estate.outputs().stream().map(filling::output).toList(),
            estate.modules().stream().map(filling::call).toList(),
            estate.gaps().stream().map(filling::gap).toList());
    return filling.isPartial()
        ? Optional.empty()
        : Optional.of(new ChosenEstate(before, AccessGraph.of(filled), chosen, gone));
  }

  /// What a subject that a rule is about is here.
  Counterpart of(Match match, Subject subject) {
    Optional<Resource> old = subject.resource();
    if (old.filter(gone::contains).isPresent()) {
      return new Counterpart.Gone();
    }
    Optional<Resource> now = old.flatMap(it -> Optional.ofNullable(chosen.get(it)));
    if (now.isEmpty() && old.isPresent()) {
      return new Counterpart.Uncertain();
    }
    return switch (match) {
      case Match.Resource _ ->
          subject
              .access()
              .flatMap(access -> now.map(it -> Subject.of(it, access.in(() -> graph, it))))
              .<Counterpart>map(Counterpart.Found::new)
              .orElseGet(Counterpart.Uncertain::new);
      case Match.Each(Match.Kind kind) -> among(kind, subject, now);
    };
  }

  private Counterpart among(Match.Kind kind, Subject subject, Optional<Resource> now) {
    List<Subject> old = before.beside(kind, subject, subject.resource());
    List<Subject> all = after.beside(kind, subject, now);
    List<Subject> same =
        all.stream().filter(it -> it.declaration().equals(subject.declaration())).toList();
    boolean alone =
        old.stream().filter(it -> it.declaration().equals(subject.declaration())).count() == 1;
    if (alone && same.size() == 1) {
      return new Counterpart.Found(same.getFirst());
    }
    Set<Location> places = new HashSet<>();
    old.forEach(it -> places.add(it.declaration()));
    // One that stands elsewhere may be what it has become.
    return same.isEmpty() && all.stream().allMatch(it -> places.contains(it.declaration()))
        ? new Counterpart.Gone()
        : new Counterpart.Uncertain();
  }

  /// The subjects of one estate besides its resources.
  static final class SubjectsByKind {
    private final Supplier<AccessGraph> graph;
    private final Map<Match.Kind, List<Subject>> known = new EnumMap<>(Match.Kind.class);

    SubjectsByKind(Supplier<AccessGraph> graph) {
      this.graph = graph;
    }

    /// Those that are written in the same resource or, beside resources, in the same deployment.
    @SuppressWarnings("ReferenceEquality") // two turns of a loop may be equal
    List<Subject> beside(Match.Kind kind, Subject subject, Optional<Resource> resource) {
      List<Subject> all = known.computeIfAbsent(kind, it -> Subjects.of(it, graph.get()).toList());
      return all.stream()
          .filter(it -> it.resource().isPresent() == resource.isPresent())
          .filter(it ->
              resource.isPresent()
                  ? it.resource().orElseThrow() == resource.orElseThrow()
                  : it.deployment().equals(subject.deployment()))
          .toList();
    }
  }
}
