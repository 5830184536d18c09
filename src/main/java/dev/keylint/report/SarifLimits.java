package dev.keylint.report;

import com.contrastsecurity.sarif.Run;
import dev.keylint.finding.Finding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/// What code scanning takes: so many results, so many bytes after gzip.
record SarifLimits(int results, int bytes) {

  /// The file with as many of the findings, which come worst first, as fit into it.
  byte[] fit(List<Finding> worstFirst, Function<List<Finding>, Run> run) throws IOException {
    int count = Math.min(worstFirst.size(), results);
    while (true) {
      byte[] file = SarifJson.bytes(run.apply(worstFirst.subList(0, count)));
      if (count == 0 || file.length <= bytes || zippedSize(file) <= bytes) {
        return file;
      }
      count /= 2;
    }
  }

  private static long zippedSize(byte[] file) throws IOException {
    Counter counter = new Counter();
    try (GZIPOutputStream zip = new GZIPOutputStream(counter)) {
      zip.write(file);
    }
    return counter.bytes;
  }

  private static final class Counter extends OutputStream {
    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] b, int off, int len) {
      bytes += len;
    }
  }
}
