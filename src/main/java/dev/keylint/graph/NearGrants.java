package dev.keylint.graph;

import dev.keylint.graph.call.Target;
import dev.keylint.resource.Resource;
import dev.keylint.resource.ResourceIndex;
import dev.keylint.value.Answer;
import dev.keylint.value.Origin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Role assignments that hang on environment variables: with other values of these they may be
/// somebody else's, at another scope, or of another role.
final class NearGrants {
  /// Of more it is not looked at which of them lack one thing only.
  private static final int MOST = 50;

  private final List<Grant> grants;
  private final ResourceIndex index;

  NearGrants(List<Grant> grants, ResourceIndex index) {
    this.index = index;
    List<Grant> hanging = grants.stream().filter(Grant::hangsOnVariables).limit(MOST + 1).toList();
    this.grants = hanging.size() > MOST ? List.of() : hanging;
  }

  /// What is declared stays the same one by another name; what is looked up does not, but it never
  /// becomes one of another type.
  private List<Origin.Step> holder(Grant grant, Identity identity) {
    List<Origin.Step> variables = grant.principalAt().value().origin().variables();
    List<Origin.Step> ofName = grant.principal().name().origin().variables();
    Optional<Resource> holder = index.byKey(grant.principal().key());
    boolean mayBeOther =
        holder
            .filter(Resource::existing)
            .flatMap(it -> index.byKey(identity.key()).filter(own -> own.type().equals(it.type())))
            .isPresent();
    return mayBeOther
        ? Stream.concat(variables.stream(), ofName.stream()).toList()
        : variables.stream().filter(it -> !ofName.contains(it)).toList();
  }

  /// The variables of what each lacks for the identity to have what it may give on the target, of
  /// those that lack one thing only.
  List<Origin.Step> variables(
      Identity identity,
      Target target,
      Function<Grant, Answer> gives,
      Function<Grant, Answer> reaches) {
    Set<Origin.Step> all = new LinkedHashSet<>();
    for (Grant grant : grants) {
      boolean held = grant.principal().is(identity);
      boolean there = !reaches.apply(grant).isFalse();
      boolean enough = !gives.apply(grant).isFalse();
      if (!held && there && enough) {
        all.addAll(holder(grant, identity));
      } else if (held && there && !enough) {
        all.addAll(grant.roleAt().value().origin().variables());
      } else if (held && !there && enough) {
        all.addAll(grant.scope().id().origin().apart(target.id().origin()));
      }
    }
    return List.copyOf(all);
  }
}
