package dev.keylint.cli;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Fix;
import dev.keylint.fix.BuiltFiles;
import dev.keylint.fix.Drafts;
import java.util.List;
import java.util.Set;

/// Gives findings the edits of their fixes, if `keylint fix` would make them.
///
/// @param rescan of what the findings were found in
record Offers(Repairs.Rescan rescan) {
  /// A report must not take longer than the scan, nor may a pull request hold it up by fixes that
  /// do not hold: in a large repository those that are met first are offered.
  private static final int MOST_DEPLOYMENTS = 40;

  List<Finding> of(Assessment assessment) {
    return rescan.input().own().map(own -> of(assessment, own)).orElse(assessment.findings());
  }

  private List<Finding> of(Assessment assessment, OwnFiles own) {
    List<Finding> edited =
        assessment.findings().stream()
            .map(it ->
                it.active() ? it.fixed(it.fix().map(fix -> Drafts.edited(fix, own::obstacle))) : it)
            .toList();
    if (edited.stream().noneMatch(Offers::hasEdits)) {
      return edited;
    }
    Set<Remedy.Key> made = made(assessment, own);
    return edited.stream()
        .map(it -> hasEdits(it) && !made.contains(Remedy.Key.of(it)) ? withoutEdits(it) : it)
        .toList();
  }

  private Set<Remedy.Key> made(Assessment assessment, OwnFiles own) {
    try {
      Trials trials = Trials.most(MOST_DEPLOYMENTS);
      return new Repairs(rescan, own::obstacle, new BuiltFiles(own::text)::isBuilt, true, trials)
          .tried(assessment);
    } catch (Usage _) {
      // A file has changed since it was read: what was found there can't be changed any more.
      return Set.of();
    }
  }

  private static boolean hasEdits(Finding finding) {
    return finding.fix().filter(it -> !it.edits().isEmpty()).isPresent();
  }

  private static Finding withoutEdits(Finding finding) {
    return finding.fixed(finding.fix().map((Fix fix) -> fix.with(List.of())));
  }
}
