package dev.keylint.graph;

import dev.keylint.graph.call.Target;
import dev.keylint.graph.call.Targets;
import dev.keylint.graph.role.RoleBook;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Doubt;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Joins role assignments with their principals, roles and scopes.
final class Grants {
  private final Estate estate;
  private final ResourceIndex index;
  private final Principals principals;
  private final RoleBook roles;
  private final Targets targets;
  private final boolean oneSubscription;

  Grants(Estate estate, ResourceIndex index, Principals principals, Targets targets) {
    this.estate = estate;
    this.index = index;
    this.principals = principals;
    this.roles = RoleBook.of(index, estate.live() && estate.gaps().isEmpty());
    this.targets = targets;
    this.oneSubscription =
        index.all().stream()
                .map(each -> index.id(each).subscription())
                .flatMap(Optional::stream)
                .distinct()
                .limit(2)
                .count()
            == 1;
  }

  List<Grant> all() {
    List<Placed> assignments =
        Assignments.of(index).stream()
            .map(each -> new Placed(each, ResourceId.of(scope(each))))
            .toList();
    assignments.forEach(each -> targets.mention(each.scope()));
    List<ModuleGrants.Made> modules = new ArrayList<>();
    for (ModuleGrants.Made made : ModuleGrants.targets(estate)) {
      targets.add(made.target());
      Target known = targets.byKey(made.target()).orElse(made.target());
      modules.add(new ModuleGrants.Made(known, made.call()));
    }
    List<Grant> grants = new ArrayList<>();
    assignments.forEach(each -> grants.add(grant(each)));
    ModuleGrants module = new ModuleGrants(estate, principals, roles, targets);
    modules.forEach(each -> grants.addAll(module.grants(each)));
    return grants;
  }

  /// An assignment with what it is made at.
  private record Placed(Resource assignment, ResourceId scope) {}

  private Grant grant(Placed placed) {
    Resource assignment = placed.assignment();
    Property principal = member(assignment, AccessGraph.PRINCIPAL);
    Property role = member(assignment, AccessGraph.ROLE);
    Targets.Reach reach = targets.below(reaching(placed.scope()));
    return new Grant(
        assignment,
        principals.byPrincipal(
            principal.value(), Bodies.at(assignment, "properties", "principalType")),
        roles.role(role.value()),
        AssignmentScope.of(placed.scope(), declared(placed.scope())),
        reach.certain(),
        reach.possible(),
        Assignments.doubt(assignment),
        condition(assignment),
        principal,
        role);
  }

  private Optional<Value> declared(ResourceId scope) {
    return estate.live()
        ? Optional.empty()
        : index.byId(scope).filter(it -> !it.existing()).map(Resource::id);
  }

  /// Live assignments say their scope in the body too, and their own id may be a short one.
  private Value scope(Resource assignment) {
    return estate.live()
        ? Bodies.at(assignment, "properties", "scope")
            .map(Property::value)
            .orElse(assignment.scope())
        : assignment.scope();
  }

  /// Azure lists with a subscription the assignments above it, so in a reading of one subscription
  /// a management group holds all; of several it may hold some.
  private ResourceId reaching(ResourceId scope) {
    return estate.live() && scope.isManagementGroup() && oneSubscription ? ResourceId.ROOT : scope;
  }

  private static Optional<Property> condition(Resource assignment) {
    return Bodies.at(assignment, "properties", "condition")
        .filter(it -> Bodies.text(it.value()).map(text -> !text.isBlank()).orElse(true));
  }

  /// A required member; unknown, at the assignment's own place, when it is missing.
  private static Property member(Resource assignment, String name) {
    return Bodies.at(assignment, "properties", name)
        .orElseGet(() ->
            new Property(
                name,
                assignment.declaredAt(),
                Doubt.failed("`" + name + "` is missing", assignment.declaredAt())));
  }
}
