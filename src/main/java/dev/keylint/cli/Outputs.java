package dev.keylint.cli;

import dev.keylint.finding.Trace;
import dev.keylint.module.IoProblem;
import dev.keylint.report.Redaction;
import dev.keylint.report.ReportInput;
import dev.keylint.report.Reporter;
import dev.keylint.report.SarifReport;
import dev.keylint.report.TextReport;
import dev.keylint.report.TextTrace;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes the reports to where the user wants them.
final class Outputs {
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
  void trace(List<OutputSpec> specs, List<Trace> traces, Redaction redaction) {
    boolean free =
        specs.stream()
            .filter(spec -> spec.file().isEmpty())
            .allMatch(spec -> spec.format() == OutputFormat.TEXT);
    OutputStream out = free ? terminal.out() : terminal.err();
    try {
      new TextTrace(terminal.colours(), terminal.width(), redaction).write(traces, out);
      out.flush();
    } catch (IOException e) {
      throw new Usage("the trace can't be written: " + IoProblem.reason(e));
    }
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
