package dev.keylint.cli;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Fix;
import dev.keylint.fix.Drafts;
import dev.keylint.rule.Fix.Safety;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Makes what a fix uncovers: a caller that gets an identity needs a role, too. The fixes hold when
/// nothing is left at the end that was not there before. Nobody gets a right by a fix for something
/// else unless unsafe fixes were asked for.
///
/// @param scan what the rules say if files hold these texts
/// @param before what they say without any of the fixes
record FollowUp(
    Function<Map<String, String>, Assessment> scan,
    Function<Source, Optional<String>> obstacle,
    Predicate<String> isBuilt,
    boolean unsafe,
    Map<String, List<String>> replaced,
    Assessment before) {
  private static final int MOST_STEPS = 3;

  /// Fixes that were made together after others.
  record Step(Drafts drafts, List<Remedy> remedies) {}

  /// All that had to follow, and what the rules say then.
  record Done(List<Step> steps, Assessment after) {}

  /// @param after what the rules say with the fix alone
  /// @param changed the files then
  Optional<Done> of(Remedy remedy, Assessment after, Map<String, String> changed) {
    List<Step> steps = new ArrayList<>();
    Assessment state = after;
    Map<String, String> texts = new HashMap<>(changed);
    for (int i = 0; i < MOST_STEPS; i++) {
      Optional<Step> step = step(verification(state).uncovered(List.of(remedy)), remedy);
      if (step.isEmpty()) {
        return Optional.empty();
      }
      steps.add(step.orElseThrow());
      step.orElseThrow().drafts().changed().forEach(it -> texts.put(it.source().path(), it.text()));
      state = scan.apply(texts);
      if (verification(state).objection(List.of(remedy)).isEmpty()) {
        return Optional.of(new Done(List.copyOf(steps), state));
      }
    }
    return Optional.empty();
  }

  private Verification verification(Assessment state) {
    return new Verification(before, state, isBuilt, replaced);
  }

  /// The fixes of all of these; none when one has none that may be made.
  private Optional<Step> step(List<Finding> uncovered, Remedy first) {
    Drafts drafts = Drafts.of(obstacle);
    List<Remedy> remedies = new ArrayList<>();
    for (Finding finding : uncovered) {
      Optional<Fix> fix = finding.fix().filter(it -> unsafe || it.safety() == Safety.SAFE);
      if (fix.isEmpty()
          || (!unsafe && new Remedy(finding, fix.orElseThrow()).grants())
          || isMoved(finding, first)
          || !(drafts.with(fix.orElseThrow()) instanceof Drafts.Result.Made(Drafts more))) {
        return Optional.empty();
      }
      drafts = more;
      remedies.add(new Remedy(finding, fix.orElseThrow()));
    }
    return remedies.isEmpty() ? Optional.empty() : Optional.of(new Step(drafts, remedies));
  }

  /// Whether a fault is the same one of another resource, so that a fix has only moved it.
  private static boolean isMoved(Finding finding, Remedy first) {
    return finding.ruleId().equals(first.finding().ruleId())
        && !finding.subject().id().equals(first.finding().subject().id());
  }
}
