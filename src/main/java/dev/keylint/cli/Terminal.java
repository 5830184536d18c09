package dev.keylint.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/// What a command sees of the process around it.
///
/// @param interactive whether a person looks at standard output
/// @param folder the working directory
record Terminal(
    PrintStream out,
    PrintStream err,
    boolean interactive,
    Map<String, String> environment,
    Path folder,
    Clock clock) {
  Terminal {
    environment = Map.copyOf(environment);
  }

  /// The terminal of this process.
  @ProcessBoundary
  static Terminal ofProcess() {
    return new Terminal(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false),
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Clock.systemUTC());
  }

  /// Whether to colour: a person looks, and neither they nor the pipeline said no (no-color.org).
  boolean colours() {
    String forced = environment.getOrDefault("FORCE_COLOR", "");
    if (!forced.isEmpty()) {
      return !forced.equals("0");
    }
    return interactive && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
