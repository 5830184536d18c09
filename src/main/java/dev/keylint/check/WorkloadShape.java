package dev.keylint.check;

import dev.keylint.graph.Call;
import dev.keylint.graph.Identity;
import dev.keylint.graph.Workload;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;

/// What rules may read of a resource that can call.
final class WorkloadShape {
  static final Shape<InGraph<Workload>> SHAPE =
      new Shape<>(
          "workload",
          List.of(
              new Shape.Field<>(
                  "name",
                  FieldType.STRING,
                  "the name of the resource",
                  (it, tell) ->
                      tell.value("name", it.it().name(), it.it().resource().declaredAt())),
              new Shape.Field<>(
                  "type",
                  FieldType.STRING,
                  "its resource type, in lower case",
                  (it, tell) -> tell.value("type", type(it.it()), it.it().resource().declaredAt())),
              new Shape.Field<>(
                  "identities",
                  FieldType.list(new FieldType.Of("identity")),
                  "the identities it may sign in as; an unknown one stands for those that can't be"
                      + " told",
                  WorkloadShape::identities),
              new Shape.Field<>(
                  "calls",
                  FieldType.list(new FieldType.Of("call")),
                  "its calls of AI and Search services",
                  WorkloadShape::calls)),
          List.of());

  private WorkloadShape() {}

  private static Value type(Workload workload) {
    Location at = workload.resource().declaredAt();
    return new Value.Str(workload.resource().type().key(), Origin.at(at));
  }

  private static Optional<Result> identities(InGraph<Workload> it, Telling tell) {
    Workload workload = it.it();
    List<InGraph<Identity>> known = workload.identities().stream().map(it::other).toList();
    Location at = workload.resource().declaredAt();
    return tell.structs("identities", IdentityShape.SHAPE, known, workload.moreIdentities(), at);
  }

  private static Optional<Result> calls(InGraph<Workload> it, Telling tell) {
    List<InGraph<Call>> calls =
        it.graph().calls().stream()
            .filter(
                call -> call.workload().filter(by -> by.key().equals(it.it().key())).isPresent())
            .map(it::other)
            .toList();
    Location at = it.it().resource().declaredAt();
    return tell.structs("calls", CallShape.SHAPE, calls, Optional.empty(), at);
  }
}
