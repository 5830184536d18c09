package dev.keylint.check;

import dev.keylint.graph.Call;
import dev.keylint.graph.Grant;
import dev.keylint.graph.Identity;
import dev.keylint.graph.Workload;
import dev.keylint.graph.call.Target;
import dev.keylint.resource.Resource;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.List;
import java.util.Optional;

/// What messages call resources of which the names are not known.
record ResourceTitles(Structs structs) {

  /// The title of the resource whose name a result is; empty where it is none.
  Optional<String> of(Result.Unknown name) {
    return name.value().flatMap(it -> of(it.term(), name.why()));
  }

  private Optional<String> of(Term name, Why why) {
    for (Place place : why.places()) {
      Optional<Object> owner = place.parent().flatMap(structs::at);
      for (Resource resource : owner.map(it -> resources(it, place.step())).orElse(List.of())) {
        if (isCalled(resource, name)) {
          return Optional.of(Titles.of(resource));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isCalled(Resource resource, Term name) {
    return resource.name() instanceof Value.Unknown(Term term, _, _) && Values.same(term, name);
  }

  /// Those of which a step from here tells the names.
  private static List<Resource> resources(Object owner, String step) {
    return switch (step) {
      case ".name" -> named(owner).stream().toList();
      case ".caller" ->
          owner instanceof InGraph<?>(_, Call call)
              ? call.workload().map(Workload::resource).stream().toList()
              : List.of();
      case ".targets" ->
          owner instanceof InGraph<?>(_, Grant grant)
              ? grant.targets().stream().flatMap(it -> it.resource().stream()).toList()
              : List.of();
      case String _ -> List.of();
    };
  }

  private static Optional<Resource> named(Object owner) {
    return switch (owner) {
      case InGraph<?>(_, Workload workload) -> Optional.of(workload.resource());
      case InGraph<?>(var graph, Identity identity) -> graph.declaration(identity);
      case Target target -> target.resource();
      case Object _ -> Optional.empty();
    };
  }
}
