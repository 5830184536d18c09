package dev.keylint.cli;

import java.io.Serial;

/// A wrong command line, configuration or rule: ends the command with exit code 2 and this message.
final class Usage extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final boolean ofOptions;

  Usage(String message) {
    this(message, false);
  }

  private Usage(String message, boolean ofOptions) {
    super(message);
    this.ofOptions = ofOptions;
  }

  /// One that the help of the command can keep its reader from: what options take.
  static Usage ofOptions(String message) {
    return new Usage(message, true);
  }

  /// What is wrong.
  ///
  /// @param command the full name of the command
  String told(String command) {
    return getMessage() + (ofOptions ? "; try `" + command + " --help`" : "");
  }
}
