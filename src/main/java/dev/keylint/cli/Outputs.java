package dev.keylint.cli;

import dev.keylint.check.TraceRequest;
import dev.keylint.finding.Trace;
import dev.keylint.module.IoProblem;
import dev.keylint.report.Neutral;
import dev.keylint.report.Redaction;
import dev.keylint.report.ReportInput;
import dev.keylint.report.Reporter;
import dev.keylint.report.SarifReport;
import dev.keylint.report.TextReport;
import dev.keylint.report.TextTrace;
import dev.keylint.text.Spelling;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Writes the reports to where the user wants them.
final class Outputs {
  private static final int MOST_NAMES = 10;

  private final Terminal terminal;

  Outputs(Terminal terminal) {
    this.terminal = terminal;
  }

  /// @throws Usage when a file can't be written
  void write(List<OutputSpec> specs, ReportInput report) {
    for (OutputSpec spec : specs) {
      spec.file()
          .ifPresentOrElse(
              file -> toFile(spec, file, report), () -> toStandardOutput(spec, report));
    }
  }

  /// Explanations, on standard output unless a report for a program goes there.
  ///
  /// @param names by which subjects of the rule can be asked for
  void trace(
      List<OutputSpec> specs,
      TraceRequest asked,
      List<Trace> traces,
      List<String> names,
      Redaction redaction) {
    boolean free =
        specs.stream()
            .filter(spec -> spec.file().isEmpty())
            .allMatch(spec -> spec.format() == OutputFormat.TEXT);
    OutputStream out = free ? terminal.out() : terminal.err();
    try {
      if (traces.isEmpty()) {
        String words = "`" + asked.rule() + "` looked at nothing that is called `";
        terminal
            .err()
            .println(
                Neutral.line(
                    redaction.text(
                        "keylint: " + words + asked.resource() + "`" + others(asked, names))));
      }
      new TextTrace(terminal.colours(), terminal.width(), redaction).write(traces, out);
      out.flush();
    } catch (IOException e) {
      throw new Usage("the trace can't be written: " + IoProblem.reason(e));
    }
  }

  private static String others(TraceRequest asked, List<String> names) {
    if (names.isEmpty()) {
      return "; it looked at nothing";
    }
    Optional<String> near = Spelling.closest(asked.resource(), names);
    if (near.isPresent()) {
      return "; perhaps `" + near.orElseThrow() + "` is meant";
    }
    int more = names.size() - MOST_NAMES;
    String shown = String.join("`, `", names.subList(0, Math.min(names.size(), MOST_NAMES)));
    return "; it looked at `" + shown + "`" + (more > 0 ? " and " + more + " more" : "");
  }

  private void toFile(OutputSpec spec, Path asked, ReportInput report) {
    Path file = terminal.folder().resolve(asked);
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        reporter(spec.format(), false).write(report, out);
      }
    } catch (IOException e) {
      throw new Usage("`" + asked + "` can't be written: " + IoProblem.reason(e));
    }
  }

  private void toStandardOutput(OutputSpec spec, ReportInput report) {
    try {
      reporter(spec.format(), terminal.colours()).write(report, terminal.out());
      terminal.out().flush();
    } catch (IOException e) {
      throw new Usage("standard output can't be written: " + IoProblem.reason(e));
    }
  }

  private Reporter reporter(OutputFormat format, boolean colours) {
    return switch (format) {
      case TEXT -> new TextReport(colours, terminal.width());
      case SARIF -> new SarifReport(SarifReport.Profile.CODE_SCANNING);
      case SARIF_FULL -> new SarifReport(SarifReport.Profile.FULL);
    };
  }
}
