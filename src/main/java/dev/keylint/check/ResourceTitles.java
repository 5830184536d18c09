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
import java.util.Optional;

/// What messages call resources of which the names are not known.
record ResourceTitles(Structs structs) {

  /// The title of the resource whose name a result is; empty where it is none.
  Optional<String> of(Result.Unknown name) {
    return name.value().flatMap(it -> of(it.term(), name.why()));
  }

  private Optional<String> of(Term name, Why why) {
    for (Place place : why.places()) {
      Optional<Resource> owner =
          place.parent().flatMap(structs::at).flatMap(ResourceTitles::resource);
      if (owner.filter(it -> isCalled(it, name)).isPresent()) {
        return owner.map(Titles::of);
      }
    }
    return Optional.empty();
  }

  private static boolean isCalled(Resource resource, Term name) {
    return resource.name() instanceof Value.Unknown(Term term, _, _) && Values.same(term, name);
  }

  private static Optional<Resource> resource(Object subject) {
    return switch (subject) {
      case InGraph<?>(_, Call call) -> call.workload().map(Workload::resource);
      case InGraph<?>(_, Workload workload) -> Optional.of(workload.resource());
      case InGraph<?>(var graph, Identity identity) -> graph.declaration(identity);
      case InGraph<?>(var graph, Grant grant) -> graph.declaration(grant.principal());
      case Target target -> target.resource();
      case Object _ -> Optional.empty();
    };
  }
}
