package dev.keylint.graph;

import dev.keylint.graph.call.Target;
import dev.keylint.graph.call.TargetKind;
import dev.keylint.graph.call.Targets;
import dev.keylint.graph.role.RoleBook;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.DeploymentPath;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Gap;
import dev.keylint.resource.ModuleArgument;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceType;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.Properties;
import dev.keylint.value.Property;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Targets and grants of Azure Verified Modules that are not here: their arguments say enough.
final class ModuleGrants {
  private static final Pattern MODULE =
      Pattern.compile(
          "(?i)avm/res/(?:(cognitive-services/account)|search/search-service)(?![\\w/-])");

  private final Estate estate;
  private final Principals principals;
  private final RoleBook roles;
  private final Targets targets;

  ModuleGrants(Estate estate, Principals principals, RoleBook roles, Targets targets) {
    this.estate = estate;
    this.principals = principals;
    this.roles = roles;
    this.targets = targets;
  }

  /// A module call that makes a target.
  record Made(Target target, Gap call) {}

  /// Whether what is missing is a module that would make a target.
  static boolean makesTarget(Gap gap) {
    return MODULE.matcher(gap.what()).find();
  }

  /// The targets that missing modules would make.
  static List<Made> targets(Estate estate) {
    List<Made> made = new ArrayList<>();
    for (Gap gap : estate.gaps()) {
      Matcher module = MODULE.matcher(gap.what());
      if (module.find()) {
        boolean account = module.group(1) != null;
        made.add(new Made(target(gap, account), gap));
      }
    }
    return made;
  }

  private static Target target(Gap gap, boolean account) {
    Value name = gap.argument("name").map(ModuleArgument::value).orElse(missing(gap, "name"));
    String type = account ? Targets.ACCOUNT : Targets.SEARCH;
    Origin origin = Origin.at(gap.at());
    Value id =
        KnownModule.of(gap)
            .map(KnownModule::id)
            .orElseGet(() ->
                new Value.Unknown(
                    new Term.Call("resourceId", List.of(new Value.Str(type, origin), name)),
                    gap.unknown().reason(),
                    origin));
    Value kind = gap.argument("kind").map(ModuleArgument::value).orElse(missing(gap, "kind"));
    return new Target(
        account ? TargetKind.ACCOUNT : TargetKind.SEARCH,
        ResourceId.of(id),
        name,
        Optional.empty(),
        account ? Targets.relevant(kind) : Answer.yes());
  }

  /// The grants that the `roleAssignments` argument of a module stands for.
  List<Grant> grants(Made made) {
    List<Value> told =
        made.call()
            .argument("roleAssignments")
            .filter(_ -> !made.target().relevant().isFalse())
            .map(it -> Bodies.items(it.value()))
            .orElse(List.of());
    return told.stream().flatMap(item -> grant(item, made).stream()).toList();
  }

  private Optional<Grant> grant(Value item, Made made) {
    Optional<Property> principal = Bodies.at(item, "principalId");
    Optional<Property> role = Bodies.at(item, "roleDefinitionIdOrName");
    if (principal.isEmpty() || role.isEmpty()) {
      return Optional.empty();
    }
    ResourceId scope = made.target().path();
    Targets.Reach reach = targets.below(scope);
    return Optional.of(
        new Grant(
            assignment(item, made.target()),
            principals.byPrincipal(
                principal.orElseThrow().value(), Bodies.at(item, "principalType")),
            roles.named(role.orElseThrow().value()),
            AssignmentScope.of(scope, Optional.of(scope.value())),
            reach.certain(),
            reach.possible(),
            Optional.empty(),
            Bodies.at(item, "condition"),
            principal.orElseThrow(),
            role.orElseThrow()));
  }

  /// The assignment that the module would make of an item.
  private Resource assignment(Value item, Target target) {
    Property properties = new Property("properties", item.origin().at(), item);
    Value.Unknown name = Doubt.of("name", Doubt.because(target.id()).reason(), item.origin().at());
    return new Resource(
        ResourceType.of("Microsoft.Authorization/roleAssignments"),
        "",
        name,
        name,
        target.id(),
        Optional.empty(),
        new Value.Obj(Properties.of(List.of(properties)), item.origin()),
        false,
        item.origin().at(),
        DeploymentPath.of(estate.label(), Optional.empty()));
  }

  private static Value.Unknown missing(Gap gap, String argument) {
    return Doubt.of(argument, gap.unknown().reason(), gap.at());
  }
}
