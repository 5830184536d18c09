package dev.keylint.graph;

import dev.keylint.graph.call.Target;
import dev.keylint.graph.role.AbacConditions;
import dev.keylint.graph.role.Role;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.RuntimeProperty;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A role assignment with its ends resolved.
///
/// @param scope what it is assigned at
/// @param targets the known targets at or below the scope
/// @param possibleTargets the targets of which that can't be told, and why
/// @param doubt why it may give nothing at all, whatever the role: it may end an assignment
/// @param condition its ABAC condition, which keylint does not evaluate
/// @param principalAt the property that names the principal
/// @param roleAt the property that names the role
public record Grant(
    Resource assignment,
    Identity principal,
    Role role,
    AssignmentScope scope,
    List<Target> targets,
    List<Target.Possible> possibleTargets,
    Optional<Value.Unknown> doubt,
    Optional<Property> condition,
    Property principalAt,
    Property roleAt) {
  public Grant {
    targets = List.copyOf(targets);
    possibleTargets = List.copyOf(possibleTargets);
  }

  /// Whether it certainly gives an action of the control plane; a condition makes it open.
  public Answer allows(String action) {
    return conditionally(action, given().allows(action));
  }

  /// Whether it certainly gives a data action; a condition makes it open.
  public Answer allowsData(String action) {
    return conditionally(action, given().allowsData(action));
  }

  /// The role as far as it is certainly given.
  public Role given() {
    return doubt.<Role>map(it -> new Role.Doubtful(role, it)).orElse(role);
  }

  /// Whether it gives an action of the control plane on a target of the very type that the action
  /// is about: write access to AI accounts means nothing at a Search service.
  public Answer allowsOnTarget(String action) {
    boolean certain = targets.stream().anyMatch(target -> target.kind().isMeantBy(action));
    if (certain) {
      return allows(action);
    }
    Answer reaches = Answer.no();
    for (Target.Possible possible : possibleTargets) {
      if (possible.target().kind().isMeantBy(action)) {
        reaches = reaches.or(Answer.open(possible.because()));
      }
    }
    return allows(action).and(reaches);
  }

  /// Whether an environment variable takes part in who has which role where.
  boolean hangsOnVariables() {
    return Stream.of(principalAt.value(), principal.name(), roleAt.value(), scope.id())
        .anyMatch(it -> !it.origin().variables().isEmpty());
  }

  /// Whether the principal is the identity that Azure made for this target: what it is given there,
  /// it may do to itself.
  public boolean isToItself(Target target) {
    return principal instanceof Identity.SystemAssigned own && own.key().equals(target.key());
  }

  /// Whether its role gives nothing at its scope; open when the role is not known.
  public Answer isInert() {
    Answer inert = Inertness.of(role, scope);
    return doubt.map(it -> inert.and(Answer.open(it))).orElse(inert);
  }

  /// The last word of the expression that gives the principal's id, as `clientId`, in lower case;
  /// empty when it is no property of a resource.
  public Optional<String> principalProperty() {
    if (ResourceId.of(principalAt.value()).type().isPresent()) {
      return Optional.of("id");
    }
    List<String> members =
        RuntimeProperty.all(principalAt.value()).stream()
            .map(RuntimeProperty::member)
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    return members.size() == 1 ? Optional.of(members.getFirst()) : Optional.empty();
  }

  /// Whether each deployment gives it another name.
  public boolean nameVaries() {
    return new AssignmentName(this).varies();
  }

  /// Whether it is a request that makes an assignment, which Azure gives a principal type itself.
  public boolean isRequest() {
    return Assignments.isRequest(assignment);
  }

  /// What its name leaves out of `scope`, `principal` and `role`, so that another assignment may
  /// have the same.
  public List<String> nameLacks() {
    return new AssignmentName(this).lacks();
  }

  /// What kind of principal it says it is for.
  public Optional<Property> principalType() {
    return Bodies.at(assignment, "properties", "principalType");
  }

  /// Whether that is written and null, as a condition may make it.
  public boolean hasNullPrincipalType() {
    return Bodies.at(assignment, "properties")
        .map(Property::value)
        .filter(it ->
            it instanceof Value.Obj(var members, _)
                && members
                    .property("principalType")
                    .filter(type -> type.value() instanceof Value.Null)
                    .isPresent())
        .isPresent();
  }

  /// The environment variables by which a target is in the scope, where that is a group or wider.
  public List<Origin.Step> scopingVariables(Target target) {
    return scope.path().type().isPresent()
        ? List.of()
        : scope
            .id()
            .origin()
            .apart(target.resource().map(Resource::scope).orElseGet(target::id).origin());
  }

  /// The names of the targets, as a rule sees them: unknown when it can't be told whether there are
  /// any.
  public Value targetNames() {
    if (targets.isEmpty() && !possibleTargets.isEmpty()) {
      Value.Unknown because = possibleTargets.getFirst().because();
      return Doubt.of("targets", because.reason(), because.origin().at());
    }
    return names(targets.stream());
  }

  /// The names of the targets of which it can't be told whether they are any.
  public Value possibleNames() {
    return names(possibleTargets.stream().map(Target.Possible::target));
  }

  private Value names(Stream<Target> named) {
    return new Value.Arr(named.map(Target::name).toList(), Origin.at(assignment.declaredAt()));
  }

  /// What may be a target besides: a scope that is one itself is none of another name, so that what
  /// may have its name is no second one.
  public List<Target.Possible> moreTargets() {
    ResourceId path = scope.path();
    Predicate<Target> isScope = it -> it.key().equals(path.key());
    boolean isOne =
        Stream.concat(targets.stream(), possibleTargets.stream().map(Target.Possible::target))
            .anyMatch(isScope);
    return possibleTargets.stream()
        .filter(it ->
            !isOne || isScope.test(it.target()) || !it.target().path().type().equals(path.type()))
        .toList();
  }

  /// Where the assignment is declared.
  public Location at() {
    return assignment.declaredAt();
  }

  private Answer conditionally(String action, Answer given) {
    if (given.isFalse() || condition.isEmpty()) {
      return given;
    }
    Property property = condition.orElseThrow();
    return AbacConditions.bears(property.value(), action)
        ? given.and(Answer.open(Doubt.unsupported("condition of a role assignment", property.at())))
        : given;
  }
}
