package dev.keylint.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a command sees of the process around it.
///
/// @param interactive whether a person looks at standard output
/// @param folder the working directory
record Terminal(
    StandardStream out,
    StandardStream err,
    boolean interactive,
    Map<String, String> environment,
    Path folder,
    Clock clock) {
  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,4}");
  private static final int NARROWEST = 40;
  private static final int WIDTH = 100;
  private static final int WIDEST = 400;

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

  /// Whether to colour: a person looks, and neither they (no-color.org), nor their terminal, nor
  /// the pipeline said no.
  boolean colours() {
    String forced = environment.getOrDefault("FORCE_COLOR", "");
    if (!forced.isEmpty()) {
      return !forced.equals("0");
    }
    return interactive
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /// How many columns a line may take: what COLUMNS says, which the launcher asks the terminal for.
  int width() {
    String columns = environment.getOrDefault("COLUMNS", "").strip();
    return COUNT.matcher(columns).matches()
        ? Math.clamp(Integer.parseInt(columns), NARROWEST, WIDEST)
        : WIDTH;
  }

  private static StandardStream stream(FileDescriptor descriptor) {
    return StandardStream.of(new FileOutputStream(descriptor));
  }
}
