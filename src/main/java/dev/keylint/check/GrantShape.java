package dev.keylint.check;

import dev.keylint.graph.Grant;
import dev.keylint.graph.call.Target;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What rules may read of a role assignment.
final class GrantShape {
  static final Shape<InGraph<Grant>> SHAPE =
      new Shape<>(
          "grant",
          List.of(
              new Shape.Field<>(
                  "role",
                  new FieldType.Of("role"),
                  "the role that is assigned",
                  (grant, tell) ->
                      tell.struct(
                          "role", RoleShape.SHAPE, grant.it().given(), grant.it().roleAt())),
              new Shape.Field<>(
                  "principal",
                  new FieldType.Of("principal"),
                  "who it is assigned to",
                  (grant, tell) ->
                      tell.struct(
                          "principal",
                          PrincipalShape.SHAPE,
                          grant.other(grant.it().principal()),
                          grant.it().principalAt())),
              new Shape.Field<>(
                  "scope",
                  new FieldType.Of("scope"),
                  "what it is assigned at",
                  (grant, tell) ->
                      tell.struct("scope", ScopeShape.SHAPE, grant.it().scope(), grant.it().at())),
              new Shape.Field<>(
                  "targets",
                  FieldType.list(FieldType.STRING),
                  "the names of the known accounts, projects and Search services in its scope",
                  GrantShape::targets),
              new Shape.Field<>(
                  "services",
                  FieldType.list(new FieldType.Of("target")),
                  "the same as structs; an unknown one stands for one that may be in its scope",
                  GrantShape::services),
              new Shape.Field<>(
                  "otherServices",
                  FieldType.list(new FieldType.Of("target")),
                  "those of the services that do not sign in as the principal themselves",
                  GrantShape::otherServices),
              new Shape.Field<>(
                  "principalType",
                  FieldType.STRING,
                  "what kind of principal it says it is for; may be absent",
                  (grant, tell) ->
                      grant
                          .it()
                          .principalType()
                          .flatMap(it -> tell.value("principalType", it.value(), it.at()))),
              new Shape.Field<>(
                  "isRequest",
                  FieldType.BOOL,
                  "whether it is a request of Privileged Identity Management for an assignment",
                  (grant, tell) ->
                      tell.answered(
                          "isRequest", Answer.of(grant.it().isRequest()), grant.it().at())),
              new Shape.Field<>(
                  "principalTypeIsNull",
                  FieldType.BOOL,
                  "whether that is written and null here, which is as if it were left out",
                  (grant, tell) ->
                      tell.answered(
                          "principalTypeIsNull",
                          Answer.of(grant.it().hasNullPrincipalType()),
                          grant.it().at())),
              new Shape.Field<>(
                  "principalProperty",
                  FieldType.STRING,
                  "the last word of the expression that gives the principal's id, such as"
                      + " principalid, in lower case; id for the id of a resource; may be"
                      + " absent",
                  GrantShape::principalProperty),
              new Shape.Field<>(
                  "nameVaries",
                  FieldType.BOOL,
                  "whether each deployment gives it another name, by newGuid or utcNow",
                  (grant, tell) ->
                      tell.answered(
                          "nameVaries", Answer.of(grant.it().nameVaries()), grant.it().at())),
              new Shape.Field<>(
                  "nameLacks",
                  FieldType.list(FieldType.STRING),
                  "what the guid() of its name leaves out of scope, principal and role",
                  GrantShape::nameLacks),
              new Shape.Field<>(
                  "resource",
                  FieldType.DYN,
                  "the body of the role assignment",
                  (grant, tell) -> tell.body(grant.it().assignment())),
              new Shape.Field<>(
                  "isInert",
                  FieldType.BOOL,
                  "whether a role of AI or Search is at a resource where it gives nothing, or any"
                      + " other at one of AI or Search",
                  (grant, tell) ->
                      tell.answered("isInert", grant.it().isInert(), grant.it().roleAt().at()))),
          List.of(
              new Shape.Question<>(
                  "allows",
                  List.of(FieldType.STRING),
                  "whether it gives this action of the control plane",
                  (grant, arguments, tell) ->
                      tell.answer(
                          "role", grant.it().allows(arguments.text(0)), grant.it().roleAt().at())),
              new Shape.Question<>(
                  "allowsOnTarget",
                  List.of(FieldType.STRING),
                  "whether it gives this action on a target of the type that the action is about",
                  (grant, arguments, tell) ->
                      tell.answer(
                          "role",
                          grant.it().allowsOnTarget(arguments.text(0)),
                          grant.it().roleAt().at())),
              new Shape.Question<>(
                  "allowsData",
                  List.of(FieldType.STRING),
                  "whether it gives this data action",
                  (grant, arguments, tell) ->
                      tell.answer(
                          "role",
                          grant.it().allowsData(arguments.text(0)),
                          grant.it().roleAt().at()))));

  private GrantShape() {}

  private static Optional<Result> targets(InGraph<Grant> grant, Telling tell) {
    Location at = grant.it().at();
    return tell.value("targets", grant.it().targetNames(), at)
        .map(it ->
            it instanceof Result.Unknown unknown
                ? tell.value("targets", grant.it().possibleNames(), at)
                    .<Result>map(unknown::perhaps)
                    .orElse(unknown)
                : it);
  }

  private static Optional<Result> services(InGraph<Grant> grant, Telling tell) {
    return services("services", grant, _ -> true, tell);
  }

  private static Optional<Result> otherServices(InGraph<Grant> grant, Telling tell) {
    return services("otherServices", grant, it -> !grant.it().isToItself(it), tell);
  }

  private static Optional<Result> services(
      String member, InGraph<Grant> grant, Predicate<Target> meant, Telling tell) {
    return tell.perhaps(
        member,
        TargetShape.SHAPE,
        grant.it().targets().stream().filter(meant).toList(),
        grant.it().moreTargets().stream()
            .filter(it -> meant.test(it.target()))
            .map(it -> new Telling.Perhaps<>(it.target(), it.because()))
            .toList(),
        grant.it().at());
  }

  private static Optional<Result> nameLacks(InGraph<Grant> grant, Telling tell) {
    Location at = grant.it().at();
    List<Value> parts = new ArrayList<>();
    grant.it().nameLacks().forEach(part -> parts.add(new Value.Str(part, Origin.at(at))));
    return tell.value("nameLacks", new Value.Arr(parts, Origin.at(at)), at);
  }

  private static Optional<Result> principalProperty(InGraph<Grant> grant, Telling tell) {
    Location at = grant.it().principalAt().at();
    return grant
        .it()
        .principalProperty()
        .flatMap(it -> tell.value("principalProperty", new Value.Str(it, Origin.at(at)), at));
  }
}
