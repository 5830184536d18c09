package dev.keylint.check;

import dev.keylint.graph.Call;
import dev.keylint.graph.Grant;
import dev.keylint.graph.call.Settings;
import dev.keylint.graph.call.Target;
import dev.keylint.value.Origin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the environment variables by which a rule fails for what it looks at.
record DecidingVariables(Structs structs) {
  /// So many values, or services of a scope, are looked at: what more of them decide together hangs
  /// on none of them.
  private static final int MOST = 20;

  /// The lists of what is in the scope of a role assignment.
  private static final Set<String> IN_SCOPE = Set.of(".targets", ".services", ".otherServices");

  /// What a call lacks where nothing says whose token it asks for.
  private static final Set<String> SIGN_IN = Set.of(".clientId", ".identity");

  /// Those that the failures have in common, as what fails anyway hangs on none of the others, and
  /// those of what must be so, too.
  ///
  /// @param others that the rule is about the subject, and that it fails no worse
  Set<Origin.Step> of(List<Result> others, List<Result> failures) {
    Set<Origin.Step> all = new LinkedHashSet<>();
    others.forEach(it -> all.addAll(of(it)));
    all.addAll(common(failures.stream().map(this::of).toList()));
    return all;
  }

  private static Set<Origin.Step> common(List<Set<Origin.Step>> sets) {
    Set<Origin.Step> common = new LinkedHashSet<>();
    sets.stream().limit(1).forEach(common::addAll);
    sets.forEach(common::retainAll);
    return common;
  }

  private Set<Origin.Step> of(Result result) {
    Set<Origin.Step> all = new LinkedHashSet<>();
    for (Place place : result.why().places().stream().limit(MOST).toList()) {
      if (IN_SCOPE.contains(place.step())) {
        all.addAll(ofAny(place));
      }
      Optional<Place> at = Optional.of(place);
      while (at.isPresent()) {
        Place each = at.orElseThrow();
        each.origin().filter(_ -> !isReadOffAnId(each)).ifPresent(it -> all.addAll(it.variables()));
        all.addAll(ofOne(each));
        all.addAll(ofMissing(each));
        at = each.parent();
      }
    }
    return all;
  }

  /// By which variables a call signs in as none of the identities that there are.
  private List<Origin.Step> ofMissing(Place place) {
    return place.origin().isEmpty() && SIGN_IN.contains(place.step())
        ? place
            .parent()
            .flatMap(structs::at)
            .filter(InGraph.class::isInstance)
            .map(it -> ((InGraph<?>) it).it())
            .filter(Call.class::isInstance)
            .map(it -> signIn((Call) it))
            .orElse(List.of())
        : List.of();
  }

  private static List<Origin.Step> signIn(Call call) {
    return Stream.concat(
            call.settings().map(Settings::byVariables).stream().flatMap(List::stream),
            SignInVariables.of(call).stream())
        .toList();
  }

  /// Of what kind a principal or a scope is does not hang on the names in its id.
  private static boolean isReadOffAnId(Place place) {
    return place.step().equals(".kind") && !place.path().startsWith("resource.");
  }

  /// By which variables something is in the scope of a role assignment: without them nothing is.
  private Set<Origin.Step> ofAny(Place list) {
    Set<Origin.Step> common = new LinkedHashSet<>();
    grant(list)
        .ifPresent(grant -> {
          List<Target> targets = grant.targets().stream().limit(MOST).toList();
          targets.stream().limit(1).map(grant::scopingVariables).forEach(common::addAll);
          targets.forEach(it -> common.retainAll(grant.scopingVariables(it)));
        });
    return common;
  }

  /// The same of one service in such a list.
  private List<Origin.Step> ofOne(Place item) {
    Optional<Grant> grant =
        item.parent().filter(it -> IN_SCOPE.contains(it.step())).flatMap(this::grant);
    return grant
        .flatMap(it ->
            structs
                .at(item)
                .filter(Target.class::isInstance)
                .map(Target.class::cast)
                .map(it::scopingVariables))
        .orElse(List.of());
  }

  /// The role assignment that a list tells of.
  private Optional<Grant> grant(Place list) {
    return list.parent()
        .flatMap(structs::at)
        .flatMap(
            it -> it instanceof InGraph<?>(_, Grant grant) ? Optional.of(grant) : Optional.empty());
  }
}
