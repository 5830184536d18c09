package dev.keylint.check;

import dev.keylint.graph.Call;
import dev.keylint.graph.Identity;
import dev.keylint.graph.Workload;
import dev.keylint.resource.Bodies;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
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
                  "kind",
                  FieldType.STRING,
                  "the kind that its body says, such as hub; may be absent",
                  (it, tell) ->
                      Bodies.at(it.it().resource(), "kind")
                          .flatMap(kind -> tell.value("kind", kind.value(), kind.at()))),
              new Shape.Field<>(
                  "identities",
                  FieldType.list(new FieldType.Of("identity")),
                  "the identities it may sign in as; an unknown one stands for those that can't be"
                      + " told",
                  WorkloadShape::identities),
              new Shape.Field<>(
                  "identity",
                  FieldType.DYN,
                  "the `identity` of its body; may be absent",
                  WorkloadShape::body),
              new Shape.Field<>(
                  "hasIdentity",
                  FieldType.BOOL,
                  "whether it has a managed identity at all",
                  (it, tell) -> identity("hasIdentity", it.it(), it.it().hasIdentity(), tell)),
              new Shape.Field<>(
                  "hasSystemIdentity",
                  FieldType.BOOL,
                  "whether it has an identity that Azure makes for it and deletes with it",
                  (it, tell) ->
                      identity("hasSystemIdentity", it.it(), it.it().systemAssigned(), tell)),
              new Shape.Field<>(
                  "settingsKnown",
                  FieldType.BOOL,
                  "whether all that its processes are set to can be read; true or unknown",
                  (it, tell) ->
                      tell.answered(
                          "settingsKnown", settingsKnown(it), it.it().resource().declaredAt())),
              new Shape.Field<>(
                  "calls",
                  FieldType.list(new FieldType.Of("call")),
                  "its calls of AI and Search services",
                  WorkloadShape::calls)),
          List.of());

  private WorkloadShape() {}

  private static Optional<Property> written(Workload workload) {
    return workload
        .resource()
        .body()
        .properties()
        .property("identity")
        .filter(it -> !(it.value() instanceof Value.Null));
  }

  private static Optional<Result> body(InGraph<Workload> it, Telling tell) {
    return written(it.it()).flatMap(each -> tell.value("identity", each.value(), each.at()));
  }

  private static Optional<Result> identity(
      String name, Workload workload, Answer answer, Telling tell) {
    Location at = written(workload).map(Property::at).orElseGet(workload.resource()::declaredAt);
    Optional<Property> says =
        Bodies.at(workload.resource(), "identity", "type")
            .or(() -> workload.resource().body().properties().property("identity"));
    List<Origin.Step> variables = says.map(it -> it.value().origin().variables()).orElse(List.of());
    return tell.answered(name, answer, Origin.at(at).decidedBy(variables));
  }

  private static Answer settingsKnown(InGraph<Workload> it) {
    return it.graph().settingsOf(it.it()).stream()
        .map(SettingsShape::known)
        .reduce(Answer.yes(), Answer::and);
  }

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
    List<InGraph<Call>> calls = it.graph().callsOf(it.it()).stream().map(it::other).toList();
    Location at = it.it().resource().declaredAt();
    return tell.structs("calls", CallShape.SHAPE, calls, Optional.empty(), at);
  }
}
