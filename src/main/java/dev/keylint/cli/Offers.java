package dev.keylint.cli;

import dev.keylint.finding.Finding;
import dev.keylint.fix.BuiltFiles;
import dev.keylint.fix.Drafts;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.util.List;
import java.util.Set;

/// Gives findings the edits of their fixes, if `keylint fix` would make them.
///
/// @param rescan of what the findings were found in
record Offers(Repairs.Rescan rescan) {
  /// A report must not take longer than the scan, nor may a pull request hold it up by fixes that
  /// do not hold: in a large repository those that are met first are offered.
  private static final long MOST_STEPS = 200_000;

  /// A file of more is read anew for each draft of a fix; no template that people write comes near.
  private static final int MOST_CHARACTERS = 500_000;

  List<Finding> of(Assessment assessment) {
    return rescan.input().own().map(own -> of(assessment, own)).orElse(assessment.findings());
  }

  private List<Finding> of(Assessment assessment, OwnFiles own) {
    Terms terms = Terms.of(own, new BuiltFiles(own::text), true, rescan.rules());
    List<Remedy> remedies = terms.remedies(assessment);
    if (remedies.isEmpty() || remedies.stream().anyMatch(Offers::isLong)) {
      return assessment.findings();
    }
    Set<Remedy.Key> made = made(assessment, terms);
    return assessment.findings().stream()
        .map(it ->
            it.active() && made.contains(Remedy.Key.of(it))
                ? it.fixed(it.fix().map(fix -> Drafts.edited(fix, own::obstacle)))
                : it)
        .toList();
  }

  private static boolean isLong(Remedy remedy) {
    return remedy.finding().at() instanceof Location.InFile(Source source, _)
        && source.text().length() > MOST_CHARACTERS;
  }

  private Set<Remedy.Key> made(Assessment assessment, Terms terms) {
    try {
      Trials trials = Trials.most(MOST_STEPS);
      return new Repairs(rescan, terms, trials).tried(assessment);
    } catch (Usage _) {
      // A file has changed since it was read: what was found there can't be changed any more.
      return Set.of();
    }
  }
}
