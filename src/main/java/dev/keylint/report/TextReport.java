package dev.keylint.report;

import dev.keylint.finding.Coverage;
import dev.keylint.finding.Finding;
import dev.keylint.rule.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// For people: each finding with its code, then what stays open and what could not be read, then
/// the run in one sentence.
public final class TextReport implements Reporter {
  private static final int INCOMPLETE = 3;

  private final Paint paint;
  private final int width;

  /// A report of at most `width` columns, names of places apart.
  public TextReport(boolean colour, int width) {
    this.paint = new Paint(colour);
    this.width = Math.max(width, 40);
  }

  @Override
  public void write(ReportInput input, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    TextWriter lines = new TextWriter(writer, width);
    TextPlaces places = new TextPlaces(input.redaction());
    TextFindings findings = new TextFindings(lines, paint, places, input);
    for (Finding finding : input.findings()) {
      if (finding.active()) {
        findings.write(finding);
      }
    }
    new TextUndecided(lines, paint, places).write(input.findings());
    new TextDiagnostics(lines, paint, places).write(input.diagnostics());
    summary(input, lines);
    writer.flush();
  }

  private void summary(ReportInput input, TextWriter lines) throws IOException {
    Coverage coverage = input.summary().coverage();
    if (coverage.nothingJudged()) {
      lines.words(paint.warning("warning"), 7, 4, ": " + CoverageLine.NOTHING, paint::bold);
      lines.blank();
    }
    List<Finding> active = input.findings().stream().filter(Finding::active).toList();
    if (!active.isEmpty()) {
      String rule = worst(active).ruleId();
      lines.words("", 0, 4, "`keylint rules show " + rule + "` explains a rule.", line -> line);
    }
    String last = CoverageLine.of(input);
    if (input.summary().incomplete()
        || input.run().exitCode() == INCOMPLETE
        || Columns.of(last) > lines.width()) {
      // The last line alone says how it went: it is not broken, however narrow the terminal is.
      lines.words("", 0, 4, CoverageLine.seen(input), line -> line);
      lines.line(paint.bold(CoverageLine.outcome(input)));
    } else {
      lines.line(paint.bold(last));
    }
  }

  private static Finding worst(List<Finding> active) {
    for (Severity severity : Severity.values()) {
      for (Finding finding : active) {
        if (finding.severity() == severity) {
          return finding;
        }
      }
    }
    throw new IllegalStateException("a finding has a severity");
  }
}
