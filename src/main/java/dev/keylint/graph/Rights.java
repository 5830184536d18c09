package dev.keylint.graph;

import dev.keylint.graph.call.Target;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Adds up the grants of an identity on a target.
final class Rights {
  private final Estate estate;
  private final ResourceIndex index;
  private final List<Grant> grants;

  Rights(Estate estate, ResourceIndex index, List<Grant> grants) {
    this.estate = estate;
    this.index = index;
    this.grants = List.copyOf(grants);
  }

  /// Whether a grant to the identity that reaches the target gives what is asked for.
  Answer ask(Identity identity, Target target, Function<Grant, Answer> gives) {
    Answer all = Answer.no();
    for (Grant grant : grants) {
      Answer given = isFor(grant, identity);
      // From cheap to dear: most assignments are for others, then give something else.
      given = given.isFalse() ? given : given.and(gives.apply(grant));
      given = given.isFalse() ? given : given.and(reaches(grant, target));
      all = all.or(given);
    }
    return all.isTrue() ? all : all.or(unseen(identity, target));
  }

  /// The grants that are certainly for an identity.
  List<Grant> of(Identity identity) {
    return grants.stream().filter(it -> it.principal().is(identity)).toList();
  }

  /// Why there may be more grants on targets for it.
  Optional<Value.Unknown> unknownOf(Identity identity) {
    if (!isDeclared(identity)) {
      return Optional.of(
          Doubt.withheld("grants of an existing identity", identity.name().origin().at()));
    }
    return grants.stream()
        .filter(it -> !it.targets().isEmpty() || !it.possibleTargets().isEmpty())
        .filter(it -> !isGiven(it.principal()))
        .map(it -> isFor(it, identity))
        .flatMap(it -> it instanceof Answer.Open(var because) ? because.stream() : Stream.of())
        .findFirst()
        .or(() -> estate.gaps().stream().map(Estate.Gap::unknown).findFirst());
  }

  /// Whether it is a principal that the user names: none that the same deployment creates.
  private static boolean isGiven(Identity principal) {
    return principal instanceof Identity.Unresolved(_, _, var because)
        && because.reason() instanceof Reason.MissingParameter;
  }

  private static Answer reaches(Grant grant, Target target) {
    Answer deployed =
        grant
            .assignment()
            .condition()
            .map(it -> Answer.open(Doubt.because(it)))
            .orElseGet(Answer::yes);
    if (contains(grant.targets(), target)) {
      return deployed;
    }
    Answer possible = Answer.no();
    for (Target.Possible each : grant.possibleTargets()) {
      if (each.target().key().equals(target.key())) {
        possible = possible.or(Answer.open(each.because()));
      }
    }
    return possible;
  }

  private static boolean contains(List<Target> targets, Target wanted) {
    return targets.stream().anyMatch(each -> each.key().equals(wanted.key()));
  }

  /// Whether a grant is for this identity; a group may have it as a member.
  private Answer isFor(Grant grant, Identity identity) {
    if (grant.principal().is(identity)) {
      return Answer.yes();
    }
    Location at = grant.principalAt().at();
    return switch (grant.principal()) {
      case Identity.SystemAssigned _, Identity.UserAssigned _ -> Answer.no();
      case Identity.Unresolved(_, _, var because) -> Answer.open(because);
      case Identity.Principal(var kind, _, _) ->
          switch (kind) {
            case USER, DEVICE, DEPLOYER -> Answer.no();
            case GROUP -> Answer.open(Doubt.withheld("members of a group", at));
            case SERVICE_PRINCIPAL ->
                grant.principal().name() instanceof Value.Str && isDeclared(identity)
                    ? Answer.no()
                    : Answer.open(Doubt.withheld("owner of a service principal", at));
          };
    };
  }

  /// What may give a right without being in the estate: the grants of a module that is not here,
  /// and those that existing resources already have.
  private Answer unseen(Identity identity, Target target) {
    Answer unseen = Answer.no();
    for (Estate.Gap gap : estate.gaps()) {
      unseen = unseen.or(Answer.open(gap.unknown()));
    }
    if (!target.isDeclared()) {
      Location at = target.resource().map(Resource::declaredAt).orElse(target.name().origin().at());
      unseen = unseen.or(Answer.open(Doubt.withheld("grants on an existing resource", at)));
    }
    if (!isDeclared(identity)) {
      Location at = identity.name().origin().at();
      unseen = unseen.or(Answer.open(Doubt.withheld("grants of an existing identity", at)));
    }
    return unseen;
  }

  private boolean isDeclared(Identity identity) {
    return index.byKey(identity.key()).filter(it -> !it.existing()).isPresent();
  }
}
