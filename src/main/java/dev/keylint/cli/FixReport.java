package dev.keylint.cli;

import dev.keylint.finding.Finding;
import dev.keylint.finding.Fix;
import dev.keylint.report.Redaction;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Says what `keylint fix` did, and what it did not do and why.
final class FixReport {
  private final PrintStream out;
  private final Mending.Result result;
  private final boolean diff;
  private final Set<Remedy.Key> risky;
  private final Redaction redaction;

  /// @param diff whether nothing has been changed
  /// @param risky what unsafe fixes would mend that were not asked for
  FixReport(PrintStream out, Mending.Result result, boolean diff, Set<Remedy.Key> risky) {
    this.out = out;
    this.result = result;
    this.diff = diff;
    this.risky = risky;
    this.redaction = result.last().redaction();
  }

  /// @param stale files that have to be built again
  void print(Collection<String> stale) {
    for (Remedy it : result.made()) {
      line(
          (diff ? "would fix " : "fixed ")
              + named(it)
              + ": "
              + it.fix().title(it.finding().at())
              + risk(it.fix()));
    }
    for (Refusal it : result.refused()) {
      line("not fixed " + named(it.remedy()) + ": " + it.why());
    }
    for (String path : stale) {
      line(
          "build `"
              + path
              + "` again: it is made of what "
              + (diff ? "would be" : "was")
              + " changed");
    }
    line(last());
    out.flush();
  }

  private static String named(Remedy it) {
    return it.finding().ruleId() + " at " + it.finding().at();
  }

  private static String risk(Fix fix) {
    return fix.because().map(it -> " (unsafe: " + it + ")").orElse("");
  }

  private String last() {
    int files = result.after().size();
    int made = result.made().size();
    String done =
        made == 0
            ? "nothing to fix" + (result.refused().isEmpty() ? "" : " that can be fixed here")
            : (diff ? "would fix " : "fixed ")
                + counted(made, "finding")
                + " in "
                + counted(files, "file");
    List<Finding> left = result.last().findings().stream().filter(Finding::active).toList();
    long mendable = left.stream().filter(it -> risky.contains(Remedy.Key.of(it))).count();
    String remain =
        left.isEmpty()
            ? "none remain"
            : counted(left.size(), "finding") + (left.size() == 1 ? " remains" : " remain");
    String more =
        mendable == 0 ? "" : ", " + mendable + " of them with an unsafe fix, which --unsafe makes";
    String gaps =
        result.last().summary().incomplete()
            ? "; incomplete: `keylint scan` says what could not be read"
            : "";
    return done + "; " + remain + more + gaps;
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private void line(String text) {
    out.println(redaction.line(text));
  }
}
