package dev.keylint.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Standard output or error, in UTF-8 whatever the locale.
///
/// A print stream never throws, and says no more than that something went wrong: this one keeps the
/// reason, for a report that is lost must not look like one that is empty.
final class StandardStream extends PrintStream {
  private final Recorder recorder;

  private StandardStream(Recorder recorder) {
    super(recorder, false, StandardCharsets.UTF_8);
    this.recorder = recorder;
  }

  static StandardStream of(OutputStream out) {
    return new StandardStream(new Recorder(out));
  }

  /// Why not all that was printed has gone out, after a flush; empty when it has.
  Optional<IOException> failure() {
    flush();
    return recorder.failure;
  }

  /// Remembers the first failure.
  private static final class Recorder extends FilterOutputStream {
    private Optional<IOException> failure = Optional.empty();

    Recorder(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int count) throws IOException {
      try {
        out.write(bytes, start, count);
      } catch (IOException e) {
        throw first(e);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        throw first(e);
      }
    }

    private IOException first(IOException problem) {
      failure = failure.or(() -> Optional.of(problem));
      return problem;
    }
  }
}
