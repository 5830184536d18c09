package dev.keylint.cli;

import java.io.Serial;

/// A wrong command line, configuration or rule: ends the command with exit code 2 and this message.
final class Usage extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  Usage(String message) {
    super(message);
  }
}
