package dev.keylint.report;

import dev.keylint.access.Row;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// Writes who can call which service, in one format.
public interface AccessReport {
  /// Writes the rows in their order.
  void write(List<Row> rows, OutputStream out) throws IOException;
}
