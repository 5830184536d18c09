package dev.keylint.report;

import java.io.IOException;
import java.io.OutputStream;

/// One output format. Invariant: the same input gives the same bytes.
public interface Reporter {
  /// Writes the whole report as UTF-8 and leaves the stream open.
  void write(ReportInput input, OutputStream out) throws IOException;
}
