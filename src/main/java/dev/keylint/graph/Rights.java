package dev.keylint.graph;

import dev.keylint.graph.call.Target;
import dev.keylint.graph.role.Role;
import dev.keylint.graph.role.RoleBook;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceId;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.text.Lazy;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.NormalForm;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Adds up the grants of an identity on a target.
final class Rights {
  private static final String INDEXES = "microsoft.search/searchservices/indexes";
  private static final String PROJECTS = "microsoft.cognitiveservices/accounts/projects";

  private final ResourceIndex index;
  private final UnseenGrants unseen;

  /// The grants by the key of who has them.
  private final Map<String, List<Grant>> byPrincipal = new HashMap<>();

  /// Those that may be for somebody else than it seems: most estates have few of them.
  private final List<Grant> doubtful = new ArrayList<>();

  private final UndeclaredHolders undeclared;
  private final NearGrants near;

  /// The doubtful ones that reach a target, by its key.
  private final Map<String, List<Grant>> doubtfulOn = new ConcurrentHashMap<>();

  /// The keys of targets, by the very list of them, which all grants at one scope share.
  private final Map<List<Target>, Set<String>> keys =
      Collections.synchronizedMap(new IdentityHashMap<>());

  private final Lazy<Optional<Value.Unknown>> unknown = new Lazy<>(this::unknown);

  Rights(Estate estate, ResourceIndex index, List<Script> scripts, List<Grant> grants) {
    this.index = index;
    this.unseen = new UnseenGrants(estate, scripts, new Lazy<>(() -> RoleBook.of(index, false)));
    this.undeclared = new UndeclaredHolders(index, grants);
    this.near = new NearGrants(grants, index);
    for (Grant grant : grants) {
      byPrincipal.computeIfAbsent(grant.principal().key(), _ -> new ArrayList<>()).add(grant);
      if (!isFor(grant, false).isFalse()) {
        doubtful.add(grant);
      }
    }
  }

  /// Whether a grant to the identity that reaches the target gives what is asked for.
  ///
  /// @param gives whether a grant does
  /// @param mayGive whether a role would, of which it is not known who has it
  Answer ask(
      Identity identity,
      Target target,
      Function<Grant, Answer> gives,
      Function<Role, Answer> mayGive) {
    Answer own = Answer.no();
    for (Grant grant : byPrincipal.getOrDefault(identity.key(), List.of())) {
      // From cheap to dear: most assignments give something else.
      own = own.or(gives.apply(grant).and(() -> reaches(grant, target)));
    }
    return own.or(() -> perhaps(identity, target, gives))
        .or(() -> unseen(identity, target, mayGive));
  }

  /// Whether what others are given that may be this identity, or have it as a member, is enough.
  private Answer perhaps(Identity identity, Target target, Function<Grant, Answer> gives) {
    boolean declared = isDeclared(identity);
    Answer all = Answer.no();
    for (Grant grant : doubtfulOn(target)) {
      if (!grant.principal().is(identity)) {
        all =
            all.or(
                isFor(grant, declared)
                    .and(() -> gives.apply(grant))
                    .and(() -> reaches(grant, target)));
      }
    }
    return all.or(() ->
        undeclared.ask(identity, grant -> gives.apply(grant).and(() -> reaches(grant, target))));
  }

  /// The environment variables by which a grant lacks one thing for that.
  List<Origin.Step> lackingByVariables(
      Identity identity, Target target, Function<Grant, Answer> gives) {
    return near.variables(identity, target, gives, grant -> reaches(grant, target));
  }

  /// The grants that are certainly for an identity.
  List<Grant> of(Identity identity) {
    return List.copyOf(byPrincipal.getOrDefault(identity.key(), List.of()));
  }

  /// Why there may be more grants on targets for it.
  Optional<Value.Unknown> unknownOf(Identity identity) {
    if (!isDeclared(identity)) {
      return Optional.of(
          Doubt.withheld("grants of an existing identity", identity.name().origin().at()));
    }
    return unknown.get();
  }

  /// The same for any identity that the estate declares: what a doubtful grant may be for, it may
  /// be for each.
  private Optional<Value.Unknown> unknown() {
    return doubtful.stream()
        .filter(it -> !it.targets().isEmpty() || !it.possibleTargets().isEmpty())
        .filter(it -> !isGiven(it.principal()))
        .map(it -> isFor(it, true))
        .flatMap(it -> it instanceof Answer.Open(var because) ? because.stream() : Stream.of())
        .findFirst()
        .or(() ->
            unseen.answer() instanceof Answer.Open(var because)
                ? Optional.of(because.getFirst())
                : Optional.empty());
  }

  /// Whether it is a principal that the user names: none that the same deployment creates.
  private static boolean isGiven(Identity principal) {
    return principal instanceof Identity.Unresolved(_, Value.Unknown id, _)
        && Principals.isGiven(id);
  }

  /// The grants to an identity that certainly reach a target.
  List<Grant> held(Identity identity, Target target) {
    return byPrincipal.getOrDefault(identity.key(), List.of()).stream()
        .filter(grant -> reaches(grant, target).isTrue())
        .toList();
  }

  private List<Grant> doubtfulOn(Target target) {
    return doubtfulOn.computeIfAbsent(
        target.key(),
        _ -> doubtful.stream().filter(grant -> !reaches(grant, target).isFalse()).toList());
  }

  /// Whether a grant is there whenever both its ends are: it may be deployed under the condition of
  /// one of them.
  private Answer deployed(Grant grant, Target target) {
    Optional<Value> condition = grant.assignment().condition();
    if (condition.isEmpty()) {
      return Answer.yes();
    }
    String wanted = NormalForm.plain(condition.orElseThrow());
    boolean shared =
        Stream.concat(index.byKey(grant.principal().key()).stream(), target.resource().stream())
            .flatMap(it -> it.condition().stream())
            .anyMatch(it -> NormalForm.plain(it).equals(wanted));
    return shared ? Answer.yes() : Answer.open(Doubt.because(condition.orElseThrow()));
  }

  /// Whether a grant is deployed and its scope holds the target.
  Answer reaches(Grant grant, Target target) {
    Answer deployed = deployed(grant, target);
    if (keys.computeIfAbsent(grant.targets(), Rights::keys).contains(target.key())) {
      return deployed;
    }
    Answer possible = within(grant, target).and(deployed);
    for (Target.Possible each : grant.possibleTargets()) {
      if (each.target().key().equals(target.key())) {
        possible = possible.or(isAbove(grant, target) ? deployed : Answer.open(each.because()));
      }
    }
    return possible;
  }

  /// Whether the scope certainly holds the target. Then it does not matter to the right that the
  /// kind of the target is not known.
  private static boolean isAbove(Grant grant, Target target) {
    return grant.scope().path().holds(target.path()).isTrue();
  }

  /// Whether a grant at a part of the target is enough: one at an index lets its documents be read,
  /// one at a project does not reach the account.
  private static Answer within(Grant grant, Target target) {
    ResourceId scope = grant.scope().path();
    if (scope.key().equals(target.key()) || !target.path().holds(scope).isTrue()) {
      return Answer.no();
    }
    Location at = grant.scope().id().origin().at();
    return switch (scope.type().orElse("")) {
      case PROJECTS -> Answer.no();
      case INDEXES -> Answer.yes();
      default ->
          Answer.open(
              Doubt.notStated(
                  "whether a role at `" + NormalForm.plain(grant.scope().id()) + "` is enough",
                  at));
    };
  }

  private static Set<String> keys(List<Target> targets) {
    return targets.stream().map(Target::key).collect(Collectors.toSet());
  }

  /// Whether a doubtful grant is for this identity; a group may have it as a member.
  ///
  /// @param declared whether the estate declares the identity
  private Answer isFor(Grant grant, boolean declared) {
    Location at = grant.principalAt().at();
    return switch (grant.principal()) {
      case Identity.SystemAssigned _, Identity.UserAssigned _ -> Answer.no();
      case Identity.Unresolved(_, _, var because) -> Answer.open(because);
      case Identity.Principal(var kind, _, _) ->
          switch (kind) {
            case USER, DEVICE, DEPLOYER, NOBODY -> Answer.no();
            case GROUP -> Answer.open(Doubt.withheld("members of a group", at));
            case SERVICE_PRINCIPAL ->
                grant.principal().name() instanceof Value.Str && declared
                    ? Answer.no()
                    : Answer.open(Doubt.withheld("owner of a service principal", at));
          };
    };
  }

  /// What may give a right without being in the estate: what modules and scripts do, and the grants
  /// that existing resources already have.
  private Answer unseen(Identity identity, Target target, Function<Role, Answer> mayGive) {
    Answer all = unseen.answer(mayGive);
    if (!target.isDeclared()) {
      Location at = target.resource().map(Resource::declaredAt).orElse(target.name().origin().at());
      all = all.or(Answer.open(Doubt.withheld("grants on an existing resource", at)));
    }
    if (!isDeclared(identity)) {
      Location at = identity.name().origin().at();
      all = all.or(Answer.open(Doubt.withheld("grants of an existing identity", at)));
    }
    return all;
  }

  private boolean isDeclared(Identity identity) {
    return index.byKey(identity.key()).filter(it -> !it.existing()).isPresent();
  }
}
