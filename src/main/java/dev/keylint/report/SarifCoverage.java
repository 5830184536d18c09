package dev.keylint.report;

import com.contrastsecurity.sarif.PropertyBag;
import dev.keylint.finding.Coverage;
import dev.keylint.finding.ScanSummary;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a run has seen, as properties of the run.
final class SarifCoverage {
  private SarifCoverage() {}

  static PropertyBag of(ReportInput input) {
    ScanSummary summary = input.summary();
    Coverage coverage = summary.coverage();
    Map<String, Object> seen = new LinkedHashMap<>();
    seen.put("filesRead", coverage.filesRead());
    seen.put("filesNotUnderstood", coverage.filesNotUnderstood());
    seen.put("deployments", coverage.deployments());
    seen.put(
        "modulesMissing", coverage.modulesMissing().stream().map(input.redaction()::text).toList());
    seen.put("resources", coverage.resourcesByType());
    seen.put("rulesRun", coverage.rulesRun());
    seen.put("judged", coverage.judged());
    seen.put("declarationsLeftOut", coverage.leftOut());
    if (!coverage.units().isEmpty()) {
      seen.put("unitsRead", coverage.units().size() - coverage.unitsNotRead().size());
      seen.put("unitsNotRead", coverage.unitsNotRead().size());
    }
    seen.put("undecided", summary.undecided());
    seen.put("passed", summary.passed());
    seen.put("suppressed", summary.suppressed());
    return new PropertyBag().withAdditionalProperty("coverage", seen);
  }
}
