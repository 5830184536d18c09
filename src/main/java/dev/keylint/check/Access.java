package dev.keylint.check;

import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.Call;
import dev.keylint.graph.Grant;
import dev.keylint.graph.Identity;
import dev.keylint.graph.PrivateEndpoint;
import dev.keylint.graph.call.Target;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Truth;
import dev.keylint.value.Value;
import dev.keylint.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Who uses a resource with tokens, as rules about resources may ask.
///
/// The graph is only made when a rule does ask.
record Access(Supplier<AccessGraph> graph, Resource resource) {
  static final Shape<Access> SHAPE =
      new Shape<>(
          "access",
          List.of(
              new Shape.Field<>(
                  "tokenCallers",
                  FieldType.list(FieldType.STRING),
                  "the names of those that call the resource with a token",
                  (access, tell) -> Optional.of(access.tokenCallers(tell))),
              new Shape.Field<>(
                  "dataRoles",
                  FieldType.list(FieldType.STRING),
                  "the names of those that hold a role with data actions of its provider on it",
                  (access, tell) -> Optional.of(access.dataRoles(tell))),
              new Shape.Field<>(
                  "privateEndpoints",
                  FieldType.list(FieldType.STRING),
                  "the names of the private endpoints that lead to it",
                  (access, tell) -> Optional.of(access.privateEndpoints(tell))),
              new Shape.Field<>(
                  "isGrantToNewIdentity",
                  FieldType.BOOL,
                  "whether it is a role assignment for an identity that the same deployment makes",
                  (access, tell) ->
                      tell.answered(
                          "isGrantToNewIdentity",
                          access.isGrantToNewIdentity(),
                          tell.place().at())),
              new Shape.Field<>(
                  "perimeterAdmitsAll",
                  FieldType.BOOL,
                  "whether its network security perimeter lets everybody in; never known, as"
                      + " perimeters are not read",
                  (access, tell) ->
                      tell.answered("perimeterAdmitsAll", perimeter(tell), tell.place().at()))),
          List.of());

  private Result tokenCallers(Telling tell) {
    Found found = new Found("tokenCallers", tell);
    for (Call call : graph.get().calls()) {
      if (call.target().filter(this::isThis).isPresent()) {
        Value name = call.workload().map(it -> it.name()).orElse(call.resource().name());
        found.add(withToken(call), name, call.at());
      }
    }
    return found.result();
  }

  private static Answer withToken(Call call) {
    return call.credential().value() instanceof Value.Unknown unknown
        ? Answer.open(unknown)
        : Answer.of(!NormalForm.plain(call.credential().value()).equals("key"));
  }

  private Result dataRoles(Telling tell) {
    String type = resource.type().name();
    String provider = type.substring(0, type.indexOf('/'));
    Found found = new Found("dataRoles", tell);
    for (Grant grant : graph.get().grants()) {
      if (grant.targets().stream().anyMatch(this::isThis)) {
        found.add(
            grant.role().hasDataActions(provider), grant.principal().name(), grant.roleAt().at());
      }
    }
    return found.result();
  }

  private Result privateEndpoints(Telling tell) {
    Found found = new Found("privateEndpoints", tell);
    for (PrivateEndpoint endpoint : graph.get().privateEndpoints()) {
      found.add(endpoint.leadsTo(resource), endpoint.name(), endpoint.at());
    }
    graph.get().unseen().forEach(found::maybe);
    return found.result();
  }

  private Answer isGrantToNewIdentity() {
    return graph.get().grants().stream()
        .filter(it -> Values.same(it.assignment().id(), resource.id()) == Truth.TRUE)
        .findFirst()
        .map(it ->
            it.principal() instanceof Identity.Unresolved unresolved
                ? Answer.open(unresolved.because())
                : Answer.of(graph.get().resource(it.principal()).isPresent()))
        .orElseGet(Answer::no);
  }

  private static Answer perimeter(Telling tell) {
    return Answer.open(
        Doubt.notStated("what the network security perimeter lets in", tell.place().at()));
  }

  private boolean isThis(Target target) {
    return target.resource().stream()
        .anyMatch(it -> Values.same(it.id(), resource.id()) == Truth.TRUE);
  }

  /// Names that are found, and why there may be more.
  private static final class Found {
    private final String field;
    private final Telling tell;
    private final List<Result> names = new ArrayList<>();
    private final List<Value.Unknown> open = new ArrayList<>();
    private Optional<Location> first = Optional.empty();

    Found(String field, Telling tell) {
      this.field = field;
      this.tell = tell;
    }

    void add(Answer belongs, Value name, Location evidence) {
      switch (belongs) {
        case Answer.Known(boolean holds) -> {
          if (holds) {
            first = first.or(() -> Optional.of(evidence));
            tell.value(field, name, evidence).ifPresent(names::add);
          }
        }
        case Answer.Open(List<Value.Unknown> because) -> open.addAll(because);
      }
    }

    void maybe(Value.Unknown because) {
      open.add(because);
    }

    /// The names; unknown when there is none for certain, and there may be one.
    Result result() {
      Place place = tell.place();
      Why why =
          Why.of(first.map(at -> place.told(field, at)).orElseGet(() -> place.missing(field)));
      return names.isEmpty() && !open.isEmpty()
          ? new Result.Unknown(Optional.empty(), open, why)
          : new Result.Known(new Datum.Items(names), why);
    }
  }
}
