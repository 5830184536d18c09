package dev.keylint.check;

import dev.keylint.graph.Grant;
import dev.keylint.graph.Identity;
import dev.keylint.graph.Workload;
import dev.keylint.graph.call.Target;
import dev.keylint.graph.call.Targets;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What rules may read of an identity.
final class IdentityShape {
  /// What is called, more than it calls.
  private static final Set<String> SERVICES =
      Set.of(Targets.ACCOUNT, Targets.PROJECT, Targets.SEARCH);

  static final Shape<InGraph<Identity>> SHAPE =
      new Shape<>(
          "identity",
          List.of(
              new Shape.Field<>(
                  "name",
                  FieldType.STRING,
                  "what messages call it",
                  (it, tell) -> tell.value("name", it.it().name(), tell.place().at())),
              new Shape.Field<>(
                  "kind",
                  FieldType.STRING,
                  "as of a principal",
                  (it, tell) -> tell.derived("kind", it.it().kind(), tell.place().at())),
              new Shape.Field<>(
                  "isUserAssigned",
                  FieldType.BOOL,
                  "whether it is a resource of its own that several may share",
                  (it, tell) ->
                      tell.answered(
                          "isUserAssigned",
                          Answer.of(it.it() instanceof Identity.UserAssigned),
                          tell.place().at())),
              new Shape.Field<>(
                  "attachedTo",
                  FieldType.list(new FieldType.Of("workload")),
                  "the resources that it is attached to, but for AI accounts and Search services;"
                      + " at the end an unknown one for each of which that can't be told",
                  IdentityShape::attachedTo),
              new Shape.Field<>(
                  "grants",
                  FieldType.list(new FieldType.Of("grant")),
                  "the role assignments to it; an unknown one stands for those on AI and Search"
                      + " services that can't be told",
                  IdentityShape::grants),
              new Shape.Field<>(
                  "tags",
                  FieldType.list(FieldType.STRING),
                  "the names of the tags of the resource that it is, or is of, in lower case",
                  IdentityShape::tags)),
          List.of(
              new Shape.Question<>(
                  "can",
                  List.of(FieldType.STRING, new FieldType.Of("target")),
                  "whether all its role assignments together give this action on a target",
                  (it, arguments, tell) -> {
                    String action = arguments.text(0);
                    Target target = arguments.subject(1, Target.class);
                    Answer answer = it.graph().can(it.it(), action, target);
                    return told("can", it, target, answer, grant -> grant.allows(action), tell);
                  }),
              new Shape.Question<>(
                  "canData",
                  List.of(FieldType.STRING, new FieldType.Of("target")),
                  "whether all its role assignments together give this data action on a target",
                  (it, arguments, tell) -> {
                    String action = arguments.text(0);
                    Target target = arguments.subject(1, Target.class);
                    Answer answer = it.graph().canData(it.it(), action, target);
                    return told(
                        "canData", it, target, answer, grant -> grant.allowsData(action), tell);
                  })));

  private IdentityShape() {}

  /// What it lacks, it lacks by the variables on which a role assignment hangs.
  private static Result told(
      String name,
      InGraph<Identity> it,
      Target target,
      Answer answer,
      Function<Grant, Answer> gives,
      Telling tell) {
    Origin way = Origin.at(tell.place().at());
    return tell.answer(
        name,
        answer,
        way.at(),
        answer.isFalse()
            ? way.decidedBy(it.graph().lackingByVariables(it.it(), target, gives))
            : way);
  }

  private static Optional<Result> attachedTo(InGraph<Identity> it, Telling tell) {
    List<InGraph<Workload>> certain = new ArrayList<>();
    List<Value.Unknown> more = new ArrayList<>();
    for (Workload each : it.graph().workloadsOf(it.it())) {
      if (SERVICES.contains(each.resource().type().key())) {
        continue;
      }
      if (each.holds(it.it()) instanceof Answer.Open(var because)) {
        more.add(because.getFirst());
      } else {
        certain.add(it.other(each));
      }
    }
    return tell.structs("attachedTo", WorkloadShape.SHAPE, certain, more, tell.place().at());
  }

  private static Optional<Result> grants(InGraph<Identity> it, Telling tell) {
    return tell.structs(
        "grants",
        GrantShape.SHAPE,
        it.graph().grantsOf(it.it()).stream().map(it::other).toList(),
        it.graph().unknownGrantsOf(it.it()),
        tell.place().at());
  }

  private static Optional<Result> tags(InGraph<Identity> it, Telling tell) {
    Optional<Resource> resource = it.graph().resource(it.it());
    if (resource.isEmpty()) {
      Value unread = Doubt.withheld("tags of an existing identity", tell.place().at());
      return tell.value("tags", unread, tell.place().at());
    }
    Optional<Property> tags = Bodies.at(resource.orElseThrow(), "tags");
    List<Value> names = new ArrayList<>();
    for (Property each : tags.map(all -> Bodies.members(all.value())).orElse(List.of())) {
      names.add(new Value.Str(each.name().toLowerCase(Locale.ROOT), Origin.at(each.at())));
    }
    tags.map(Property::value)
        .flatMap(all -> all instanceof Value.Obj(var members, _) ? members.unread() : unknown(all))
        .ifPresent(names::add);
    return list("tags", names, tell);
  }

  private static Optional<Value.Unknown> unknown(Value value) {
    return value instanceof Value.Unknown unknown ? Optional.of(unknown) : Optional.empty();
  }

  private static Optional<Result> list(String name, List<Value> items, Telling tell) {
    Location at = tell.place().at();
    return tell.value(name, new Value.Arr(items, Origin.at(at)), at);
  }
}
