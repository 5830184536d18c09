package dev.keylint.cli;

/// What the process tells its caller.
enum ExitCode {
  /// Nothing at or above the level that fails.
  PASS(0),
  /// Findings at or above `--fail-on`.
  FINDINGS(1),
  /// A wrong command line, configuration or rule.
  USAGE(2),
  /// Something could not be read, or with `--fail-on-open` decided: never silently green.
  INCOMPLETE(3),
  /// A bug of keylint.
  INTERNAL(4);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
