package dev.keylint.access;

import dev.keylint.graph.Call;
import dev.keylint.resource.Resource;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether the service of a call is there whenever the call is made.
final class Deployment {
  private Deployment() {}

  /// The condition of a service of which it is not known whether it holds where the caller is.
  static Optional<Value.Unknown> doubt(Call call) {
    Set<String> holding = new HashSet<>(parts(Optional.of(call.resource())));
    holding.addAll(parts(call.workload().map(it -> it.resource())));
    Optional<Resource> service =
        call.target().filter(it -> it.isDeclared()).flatMap(it -> it.resource());
    return holding.containsAll(parts(service))
        ? Optional.empty()
        : service
            .flatMap(Resource::condition)
            .flatMap(it ->
                it instanceof Value.Unknown unknown ? Optional.of(unknown) : Optional.empty());
  }

  /// What must hold for a resource to be there.
  private static Set<String> parts(Optional<Resource> resource) {
    return resource.flatMap(Resource::condition).stream()
        .flatMap(it -> parts(it).stream())
        .map(NormalForm::plain)
        .collect(Collectors.toSet());
  }

  private static List<Value> parts(Value condition) {
    return condition instanceof Value.Unknown(Term.Call(String name, List<Value> all), _, _)
            && name.equals("and")
        ? all
        : List.of(condition);
  }
}
