package dev.keylint.check;

import dev.keylint.graph.Call;
import dev.keylint.graph.Grant;
import dev.keylint.graph.Identity;
import dev.keylint.graph.KeyFlow;
import dev.keylint.graph.Workload;
import dev.keylint.graph.call.Target;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.value.PartialText;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.Optional;
import java.util.stream.Stream;

/// What messages call resources of which the names are not known.
record ResourceTitles(Structs structs) {

  /// The title of the resource whose name a result is; empty where it is none.
  Optional<String> of(Result.Unknown name) {
    return name.value().flatMap(it -> of(it.term(), name.why()));
  }

  private Optional<String> of(Term name, Why why) {
    return why.places().stream()
        .flatMap(this::resources)
        .flatMap(Optional::stream)
        .filter(it -> isCalled(it, name))
        .findFirst()
        .map(Titles::of);
  }

  /// Whether a name is all of a resource's, or the last part of it.
  private static boolean isCalled(Resource resource, Term name) {
    return Stream.concat(
            Stream.of(resource.name()),
            ResourceId.of(resource.id()).name().map(PartialText::value).stream())
        .anyMatch(it -> it instanceof Value.Unknown(Term term, _, _) && Values.same(term, name));
  }

  /// Those of which a place tells the names: of an item of a list that at its index.
  private Stream<Optional<Resource>> resources(Place place) {
    return place
        .index()
        .map(index -> place.parent().stream().flatMap(this::resources).skip(index).limit(1))
        .orElseGet(
            () -> place.parent().flatMap(structs::at).stream().flatMap(it -> resources(it, place)));
  }

  /// Those of which the last step to a place tells the names.
  private Stream<Optional<Resource>> resources(Object owner, Place place) {
    return switch (place.step()) {
      case ".name" -> Stream.of(named(owner, place));
      case ".caller" ->
          owner instanceof InGraph<?>(_, Call call)
              ? Stream.of(call.workload().map(Workload::resource))
              : Stream.empty();
      case ".targets" ->
          owner instanceof InGraph<?>(var graph, Grant grant)
              ? Stream.concat(
                      grant.targets().stream(),
                      grant.possibleTargets().stream().map(Target.Possible::target))
                  .map(graph::declaration)
              : Stream.empty();
      case String _ -> Stream.empty();
    };
  }

  private Optional<Resource> named(Object owner, Place place) {
    return switch (owner) {
      case InGraph<?>(_, Workload workload) -> Optional.of(workload.resource());
      case InGraph<?>(var graph, Identity identity) -> graph.declaration(identity);
      case Target target ->
          target.resource().or(() -> structs.graph(place).flatMap(it -> it.declaration(target)));
      case KeyFlow.Sink sink -> sink.resource().filter(_ -> sink.kind().isResource());
      case Object _ -> Optional.empty();
    };
  }
}
