package dev.keylint.report;

import com.contrastsecurity.sarif.Invocation;
import com.contrastsecurity.sarif.Notification;
import dev.keylint.finding.Finding;
import dev.keylint.text.Diagnostic;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;

/// How the run went: its exit code, its times, and all that is no result.
final class SarifInvocation {
  /// The exit codes of runs that came to their end. Code scanning refuses the file of another one,
  /// and keeps its alerts: what an incomplete run does not find is not mended.
  private static final Set<Integer> COMPLETE = Set.of(0, 1);

  private static final int INCOMPLETE = 3;

  private SarifInvocation() {}

  static Invocation of(
      ReportInput input,
      SarifReport.Profile profile,
      int dropped,
      SarifPlaces places,
      SarifResults results) {
    SarifNotifications notifications = new SarifNotifications(places);
    List<Notification> said = new ArrayList<>();
    said.add(notifications.remark(NotificationKind.SUMMARY, CoverageLine.of(input)));
    if (input.summary().coverage().nothingJudged()) {
      said.add(
          notifications.remark(
              NotificationKind.UNCHECKED, SarifWords.sentence(CoverageLine.NOTHING)));
    }
    if (dropped > 0) {
      said.add(
          notifications.remark(
              NotificationKind.CUT,
              dropped + " results are left out, the mildest ones: code scanning takes no more."));
    }
    said.addAll(notifications.diagnostics(diagnostics(input, false)));
    if (profile == SarifReport.Profile.CODE_SCANNING) {
      List<Finding> undecided = input.findings().stream().filter(Finding::undecided).toList();
      said.addAll(
          notifications.undecided(undecided, results, input.run().exitCode() == INCOMPLETE));
    }
    Invocation invocation =
        new Invocation()
            .withExitCode(input.run().exitCode())
            .withExecutionSuccessful(COMPLETE.contains(input.run().exitCode()))
            .withToolExecutionNotifications(said);
    List<Notification> configuration = notifications.diagnostics(diagnostics(input, true));
    if (!configuration.isEmpty()) {
      invocation.setToolConfigurationNotifications(configuration);
    }
    input
        .run()
        .time()
        .ifPresent(time ->
            invocation
                .withStartTimeUtc(Date.from(time.start()))
                .withEndTimeUtc(Date.from(time.end())));
    return invocation;
  }

  private static List<Diagnostic> diagnostics(ReportInput input, boolean configuration) {
    return input.diagnostics().stream()
        .filter(diagnostic -> (diagnostic.kind() == Diagnostic.Kind.CONFIGURATION) == configuration)
        .toList();
  }
}
