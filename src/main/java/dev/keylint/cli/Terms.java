package dev.keylint.cli;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Fix;
import dev.keylint.fix.BuiltFiles;
import dev.keylint.fix.Drafts;
import dev.keylint.rule.Explains;
import dev.keylint.rule.Fix.Safety;
import dev.keylint.rule.Rule;
import dev.keylint.text.Phrase;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What fixes may change, and what has to hold afterwards.
///
/// @param obstacle why a file may not be changed, as a phrase
/// @param isBuilt whether a file, by its path, is made of another one: what it says is of the time
///   before, until it is built again
/// @param unsafe whether fixes may be made that may break something
/// @param replaced which rules say nothing of what a rule finds wrong: what they find when that is
///   gone was there before
/// @param tokenless the rules that find that a service takes no tokens
record Terms(
    Function<Source, Optional<String>> obstacle,
    Predicate<String> isBuilt,
    boolean unsafe,
    Map<String, List<String>> replaced,
    Set<String> tokenless) {

  static Terms of(OwnFiles files, BuiltFiles built, boolean unsafe, List<Rule> rules) {
    return new Terms(
        files::obstacle,
        built::isBuilt,
        unsafe,
        rules.stream().collect(Collectors.toMap(Rule::id, Rule::replaces)),
        rules.stream().filter(Terms::isTokenless).map(Rule::id).collect(Collectors.toSet()));
  }

  private static boolean isTokenless(Rule rule) {
    return rule.metadata()
        .explains()
        .filter(it -> it.link() == Explains.Link.TOKENS && it.failsCalls())
        .isPresent();
  }

  /// The same with the fixes that may break something.
  Terms withUnsafe() {
    return new Terms(obstacle, isBuilt, true, replaced, tokenless);
  }

  /// The fixes of what is found that may be made.
  List<Remedy> remedies(Assessment state) {
    List<Remedy> remedies = new ArrayList<>();
    for (Finding finding : state.findings()) {
      remedy(finding).filter(_ -> finding.active()).ifPresent(remedies::add);
    }
    return remedies;
  }

  /// The fix of a finding if it may be made.
  Optional<Remedy> remedy(Finding finding) {
    Optional<Fix> fix = finding.fix().filter(it -> unsafe || it.safety() == Safety.SAFE);
    return fix.map(it -> new Remedy(finding, it));
  }

  /// The fixes whose text can't be written, each tried alone.
  List<Refusal> impossible(Assessment state) {
    List<Refusal> refusals = new ArrayList<>();
    for (Remedy remedy : remedies(state)) {
      if (drafts().with(remedy.fix()) instanceof Drafts.Result.Refused(Phrase why)) {
        refusals.add(new Refusal(remedy, why));
      }
    }
    return refusals;
  }

  /// The files as they are.
  Drafts drafts() {
    return Drafts.of(obstacle);
  }

  Verification verification(Assessment before, Assessment after) {
    return new Verification(before, after, this);
  }
}
