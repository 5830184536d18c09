package dev.keylint.report;

import dev.keylint.finding.Coverage;
import dev.keylint.finding.CoverageUnit;
import dev.keylint.finding.ScanSummary;
import dev.keylint.finding.Suppression;
import dev.keylint.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One sentence about a run: what it saw, what it found, what it missed.
final class CoverageLine {
  private CoverageLine() {}

  /// What there is to say where no rule had anything to look at.
  static final String NOTHING = "no resource matched any rule, so nothing was checked";

  /// The exit code of a run that missed something and found nothing that fails.
  private static final int INCOMPLETE = 3;

  /// `read 12 files, expanded 3 deployments, 41 resources, ran 5 rules: 2 errors, 3 undecided;
  /// incomplete: 1 module missing`.
  static String of(ReportInput input) {
    return seen(input) + ": " + outcome(input);
  }

  /// What the run saw.
  static String seen(ReportInput input) {
    Coverage coverage = input.summary().coverage();
    List<String> seen = new ArrayList<>();
    if (coverage.units().isEmpty()) {
      seen.add("read " + count(coverage.filesRead(), "file"));
      seen.add("expanded " + count(coverage.deployments().size(), "deployment"));
    } else {
      int read = coverage.units().size() - coverage.unitsNotRead().size();
      seen.add("read " + read + " of " + count(coverage.units().size(), "query", "queries"));
    }
    seen.add(count(coverage.resources(), "resource"));
    if (coverage.leftOut() > 0) {
      seen.add(count(coverage.leftOut(), "declaration") + " left out");
    }
    String profile = input.run().profile().map(it -> " of the profile `" + it + "`").orElse("");
    seen.add("ran " + count(coverage.rulesRun(), "rule") + profile);
    return String.join(", ", seen);
  }

  /// What it found and what it missed, what the exit code goes by first.
  static String outcome(ReportInput input) {
    String found = String.join(", ", found(input.summary()));
    if (input.run().exitCode() == INCOMPLETE) {
      return "incomplete: " + String.join(", ", missing(input.summary())) + "; " + found;
    }
    return input.summary().incomplete()
        ? found + "; incomplete: " + String.join(", ", missing(input.summary()))
        : found;
  }

  private static List<String> found(ScanSummary summary) {
    List<String> found = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      int count = summary.active().getOrDefault(severity, 0);
      if (count > 0) {
        found.add(count(count, severity.word()));
      }
    }
    if (found.isEmpty()) {
      found.add("no findings");
    }
    if (summary.undecided() > 0) {
      found.add(summary.undecided() + " undecided");
    }
    summary
        .accepted()
        .forEach((where, count) -> found.add(count + " suppressed by " + where(where)));
    return found;
  }

  private static String where(Suppression.Origin origin) {
    return switch (origin) {
      case SOURCE -> "directives";
      case CONFIGURATION -> "configuration";
      case BASELINE -> "baseline";
    };
  }

  /// Never empty: without anything else it is the open verdicts that make a run incomplete.
  private static List<String> missing(ScanSummary summary) {
    Coverage coverage = summary.coverage();
    List<String> missing = new ArrayList<>();
    if (!coverage.filesNotUnderstood().isEmpty()) {
      missing.add(count(coverage.filesNotUnderstood().size(), "file") + " not fully understood");
    }
    if (!coverage.modulesMissing().isEmpty()) {
      missing.add(count(coverage.modulesMissing().size(), "module") + " missing");
    }
    for (CoverageUnit.State state : CoverageUnit.State.values()) {
      long units = coverage.unitsNotRead().stream().filter(unit -> unit.state() == state).count();
      if (units > 0) {
        missing.add(
            count((int) units, "query", "queries") + " " + state.name().toLowerCase(Locale.ROOT));
      }
    }
    if (missing.isEmpty()) {
      missing.add(
          summary.incomplete()
              ? "parts could not be read"
              : count(summary.undecided(), "check") + " undecided");
    }
    return missing;
  }

  private static String count(int count, String noun) {
    return count(count, noun, noun + "s");
  }

  private static String count(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
