package dev.keylint.graph;

import dev.keylint.graph.call.CallSites;
import dev.keylint.graph.call.Endpoints;
import dev.keylint.graph.call.Settings;
import dev.keylint.graph.call.Target;
import dev.keylint.graph.call.TargetKind;
import dev.keylint.graph.call.Targets;
import dev.keylint.graph.policy.PolicyRequests;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Gap;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.text.Lazy;
import dev.keylint.value.Answer;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Who reaches what in an estate, how, and with which rights.
public final class AccessGraph {
  /// The member of a role assignment that says who gets the role.
  public static final String PRINCIPAL = "principalId";

  /// The member of a role assignment that says which role.
  public static final String ROLE = "roleDefinitionId";

  /// The types that the graph is made of, with all types below them, in lower case: what a template
  /// holds of others changes nothing here.
  public static final Set<String> TYPES =
      Set.of(
          "microsoft.apimanagement/service",
          "microsoft.app/containerapps",
          "microsoft.app/jobs",
          "microsoft.authorization/roleassignments",
          "microsoft.authorization/roleassignmentscheduleinstances",
          "microsoft.authorization/roleassignmentschedulerequests",
          "microsoft.authorization/roledefinitions",
          "microsoft.automation/automationaccounts",
          "microsoft.cognitiveservices/accounts",
          "microsoft.compute/virtualmachines",
          "microsoft.compute/virtualmachinescalesets",
          "microsoft.containerinstance/containergroups",
          "microsoft.containerservice/managedclusters",
          "microsoft.datafactory/factories",
          "microsoft.insights/diagnosticsettings",
          "microsoft.keyvault/vaults",
          "microsoft.logic/workflows",
          "microsoft.machinelearningservices/workspaces",
          "microsoft.managedidentity/userassignedidentities",
          "microsoft.network/networksecurityperimeters",
          "microsoft.network/privateendpoints",
          "microsoft.resources/deploymentscripts",
          "microsoft.resources/resourcegroups",
          "microsoft.search/searchservices",
          "microsoft.synapse/workspaces",
          "microsoft.web/connections",
          "microsoft.web/sites",
          "microsoft.web/staticsites");

  private final Estate estate;
  private final ResourceIndex index;
  private final List<Target> targets;
  private final Lazy<Workloads> workloads;
  private final List<Grant> grants;
  private final Lazy<List<Call>> calls;
  private final Lazy<List<Call>> otherRequests;
  private final Lazy<PolicyRequests> policies;
  private final Network network;
  private final Lazy<List<Identity>> identities;
  private final Lazy<List<KeyFlow>> keyFlows;
  private final Rights rights;
  private final GraphIndex parts;
  private final Principals principals;
  private final List<Script> scripts;

  private AccessGraph(
      Estate estate,
      ResourceIndex index,
      List<Target> targets,
      Lazy<Workloads> workloads,
      List<Grant> grants,
      Lazy<List<Settings>> settings,
      Lazy<List<Call>> calls,
      Lazy<PolicyRequests> policies,
      Lazy<List<Identity>> identities,
      Lazy<List<KeyFlow>> keyFlows,
      Rights rights,
      Principals principals,
      List<Script> scripts) {
    this.estate = estate;
    this.index = index;
    this.targets = List.copyOf(targets);
    this.workloads = workloads;
    this.grants = List.copyOf(grants);
    this.calls = new Lazy<>(() -> toOurs(calls.get(), true));
    this.otherRequests = new Lazy<>(() -> toOurs(calls.get(), false));
    this.policies = policies;
    this.identities = identities;
    this.keyFlows = keyFlows;
    this.rights = rights;
    GraphIndex found =
        new GraphIndex(index, () -> workloads.get().all(), this.calls, this.grants, settings);
    this.parts = found;
    this.network = new Network(estate, index, found::callsTo);
    this.principals = principals;
    this.scripts = List.copyOf(scripts);
  }

  private AccessGraph(AccessGraph all, List<Call> calls) {
    this.estate = all.estate;
    this.index = all.index;
    this.targets = all.targets;
    this.workloads = all.workloads;
    this.grants = all.grants;
    this.calls = new Lazy<>(() -> calls);
    this.otherRequests = all.otherRequests;
    this.policies = all.policies;
    this.identities = all.identities;
    this.keyFlows = all.keyFlows;
    this.rights = all.rights;
    this.parts = all.parts.with(calls);
    this.network = all.network.with(parts::callsTo);
    this.principals = all.principals;
    this.scripts = all.scripts;
  }

  private static List<Call> toOurs(List<Call> calls, boolean ours) {
    return calls.stream().filter(it -> it.endpoint().mayBeOurs() == ours).toList();
  }

  /// Joins the resources of an estate.
  public static AccessGraph of(Estate estate) {
    ResourceIndex index = ResourceIndex.of(estate);
    Principals principals = Principals.of(index);
    Targets targets = Targets.of(index);
    List<Grant> grants = new Grants(estate, index, principals, targets).all();
    Lazy<Workloads> workloads = new Lazy<>(() -> Workloads.of(index, principals));
    Lazy<PolicyRequests> policies = new Lazy<>(() -> PolicyRequests.of(index));
    Lazy<List<Settings>> settings = new Lazy<>(() -> CallSites.settings(index));
    Lazy<List<Call>> calls =
        new Lazy<>(() ->
            new CallJoin(
                    new Endpoints(index, targets),
                    workloads.get(),
                    new SignIn(index, principals, workloads.get()))
                .all(index, settings.get(), policies.get()));
    List<Script> scripts = Script.of(estate, index);
    Rights rights = new Rights(estate, index, scripts, grants);
    return new AccessGraph(
        estate,
        index,
        targets.all(),
        workloads,
        grants,
        settings,
        calls,
        policies,
        new Lazy<>(() -> principals.all(workloads.get())),
        new Lazy<>(() -> KeyFlows.of(estate, index, targets)),
        rights,
        principals,
        scripts);
  }

  /// The same as if this were its only call.
  public AccessGraph with(Call only) {
    return new AccessGraph(this, List.of(only));
  }

  /// The scripts that it deploys, and those that run beside it.
  public List<Script> scripts() {
    return scripts;
  }

  /// What was joined.
  public Estate estate() {
    return estate;
  }

  /// The services that are called, declared here or only referred to.
  public List<Target> targets() {
    return targets;
  }

  /// The resources that call.
  public List<Workload> workloads() {
    return workloads.get().all();
  }

  /// The role assignments, also those that reach no target.
  public List<Grant> grants() {
    return grants;
  }

  /// The calls to AI and Search services, and those of which it is not known where they go but that
  /// ask for a token; many say no audience.
  public List<Call> calls() {
    return calls.get();
  }

  /// The requests that carry a token for Azure to something else than AI and Search.
  public List<Call> otherRequests() {
    return otherRequests.get();
  }

  /// The ways of keys to where they are stored or shown.
  public List<KeyFlow> keyFlows() {
    return keyFlows.get();
  }

  /// The identities of its workloads, and those that are resources of their own, each once.
  public List<Identity> identities() {
    return identities.get();
  }

  /// The ids of an identity, in lower case: its key, its name, and the principal and client ids
  /// that the estate shows.
  public Set<String> idsOf(Identity identity) {
    Set<String> ids = new HashSet<>(principals.idsOf(identity));
    ids.add(identity.key());
    ids.add(NormalForm.plain(identity.name()).toLowerCase(Locale.ROOT));
    return ids;
  }

  /// The resource that an identity is, or that has it as its own; empty when it is not at hand.
  public Optional<Resource> resource(Identity identity) {
    return index.byKey(identity.key()).filter(it -> !it.existing());
  }

  /// The resource here that an identity is or belongs to, be it made or looked up here.
  public Optional<Resource> declaration(Identity identity) {
    return identity.resource().flatMap(index::declaration);
  }

  /// The resource here that a target is, be it made or looked up here.
  public Optional<Resource> declaration(Target target) {
    return target.resource().or(() -> index.declaration(target.path()));
  }

  /// What the processes of a workload are set to, each for itself.
  public List<Settings> settingsOf(Workload workload) {
    return parts.settingsOf(workload);
  }

  /// The identity that a client id, or the id of a resource, names; empty when none here has it.
  public Optional<Identity> named(Value clientOrId) {
    return principals.byClient(clientOrId).or(() -> principals.byResource(clientOrId));
  }

  /// The ways into the resources.
  public Network network() {
    return network;
  }

  /// What the policies of API Management send.
  public PolicyRequests policies() {
    return policies.get();
  }

  /// The identity that a resource is or is a part of; empty when it is none.
  public Optional<Identity> identity(Resource resource) {
    return principals.holding(index.id(resource));
  }

  /// What identities may call as: the resources that declare this one as theirs.
  public List<Workload> workloadsOf(Identity identity) {
    return parts.carriers(identity).stream().filter(it -> !it.resource().existing()).toList();
  }

  /// The federated credentials that are declared for an identity.
  List<Resource> credentialsOf(Identity identity) {
    return Federation.credentialsOf(identity, index);
  }

  /// Whose tokens are taken for an identity from elsewhere: the issuers of the federated
  /// credentials that are declared for it, but for clusters that the template has say theirs.
  public List<Value> issuersOf(Identity identity) {
    return Federation.issuersOf(identity, index);
  }

  /// The role assignments to an identity.
  public List<Grant> grantsOf(Identity identity) {
    return rights.of(identity);
  }

  /// Why an identity may hold role assignments on targets that are not known.
  public Optional<Value.Unknown> unknownGrantsOf(Identity identity) {
    return rights.unknownOf(identity);
  }

  /// The declaration of a target, and of the account that a project lies in, as far as they are at
  /// hand.
  public List<Resource> resources(Target target) {
    List<Resource> all = new ArrayList<>(target.resource().stream().toList());
    if (target.kind() == TargetKind.PROJECT) {
      target.path().parent(1).flatMap(index::byId).ifPresent(all::add);
    }
    return all;
  }

  /// The resources of a type that are parts of a target's account or service.
  public List<Resource> parts(Target target, String type) {
    String whole =
        target.kind() == TargetKind.PROJECT
            ? target.path().parent(1).map(ResourceId::key).orElse(target.key())
            : target.key();
    return index.children(type, whole);
  }

  /// The resources that certainly may sign in as an identity.
  public List<Workload> holders(Identity identity) {
    return parts.holders(identity);
  }

  /// The calls of a workload.
  public List<Call> callsOf(Workload workload) {
    return parts.callsOf(workload);
  }

  /// The calls that certainly go to a resource.
  public List<Call> callsTo(Resource resource) {
    return parts.callsTo(resource);
  }

  /// The role assignments that certainly reach a resource.
  public List<Grant> grantsOn(Resource resource) {
    return parts.grantsOn(resource);
  }

  /// The role assignment that a resource is.
  public Optional<Grant> grant(Resource assignment) {
    return parts.grants(assignment).stream().findFirst();
  }

  /// Whether a role assignment reaches a target, as far as its scope and its condition of being
  /// deployed tell.
  public Answer reaches(Grant grant, Target target) {
    return rights.reaches(grant, target);
  }

  /// The role assignments of an identity that certainly reach a target.
  public List<Grant> held(Identity identity, Target target) {
    return rights.held(identity, target);
  }

  /// What may hold more resources and could not be seen: modules that are not here, lists of Azure.
  public List<Value.Unknown> unseen() {
    return estate.gaps().stream().map(Gap::unknown).toList();
  }

  /// Whether an identity holds an action of the control plane on a target. "No" is only said when
  /// every role assignment that could matter is known.
  public Answer can(Identity identity, String action, Target target) {
    return rights.ask(identity, target, grant -> grant.allows(action), role -> role.allows(action));
  }

  /// Whether an identity holds a data action on a target; "no" as for `can`.
  public Answer canData(Identity identity, String action, Target target) {
    return rights.ask(
        identity, target, grant -> grant.allowsData(action), role -> role.allowsData(action));
  }

  /// The environment variables by which a role assignment lacks one thing for the identity to have
  /// on the target what it may give: it is somebody else's, is at another scope, or of another
  /// role.
  public List<Origin.Step> lackingByVariables(
      Identity identity, Target target, Function<Grant, Answer> gives) {
    return rights.lackingByVariables(identity, target, gives);
  }
}
