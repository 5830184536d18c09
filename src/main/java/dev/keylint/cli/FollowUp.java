package dev.keylint.cli;

import dev.keylint.finding.Finding;
import dev.keylint.fix.Drafts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Makes what a fix uncovers: a caller that gets an identity needs a role, too. The fixes hold when
/// nothing is left at the end that was not there before. Nobody gets a right by a fix for something
/// else unless unsafe fixes were asked for.
///
/// @param scan what the rules say if files hold these texts
/// @param before what they say without any of the fixes
record FollowUp(Function<Map<String, String>, Assessment> scan, Terms terms, Assessment before) {
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
      Optional<Step> step =
          step(terms.verification(before, state).uncovered(List.of(remedy)), remedy);
      if (step.isEmpty()) {
        return Optional.empty();
      }
      steps.add(step.orElseThrow());
      step.orElseThrow().drafts().changed().forEach(it -> texts.put(it.source().path(), it.text()));
      state = scan.apply(texts);
      if (terms.verification(before, state).objection(List.of(remedy)).isEmpty()) {
        return Optional.of(new Done(List.copyOf(steps), state));
      }
    }
    return Optional.empty();
  }

  /// The fixes of all of these; none when one has none that may be made.
  private Optional<Step> step(List<Finding> uncovered, Remedy first) {
    Drafts drafts = terms.drafts();
    List<Remedy> remedies = new ArrayList<>();
    for (Finding finding : uncovered) {
      Optional<Remedy> remedy = terms.remedy(finding);
      if (remedy.filter(it -> terms.unsafe() || !it.grants()).isEmpty()
          || isMoved(finding, first)
          || !(drafts.with(remedy.orElseThrow().fix())
              instanceof Drafts.Result.Made(Drafts more))) {
        return Optional.empty();
      }
      drafts = more;
      remedies.add(remedy.orElseThrow());
    }
    return remedies.isEmpty() ? Optional.empty() : Optional.of(new Step(drafts, remedies));
  }

  /// Whether a fault is the same one of another resource, so that a fix has only moved it.
  private static boolean isMoved(Finding finding, Remedy first) {
    return finding.ruleId().equals(first.finding().ruleId())
        && !finding.subject().id().equals(first.finding().subject().id());
  }
}
