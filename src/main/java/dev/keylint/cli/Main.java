package dev.keylint.cli;

import dev.keylint.rule.PackedRules;

/// Where the process starts.
public final class Main {
  private Main() {}

  /// Runs a command and ends the process with its exit code.
  @ProcessBoundary
  public static void main(String[] arguments) {
    Terminal terminal = Terminal.ofProcess();
    int code = KeylintCommand.run(terminal, new Rules(PackedRules::builtIn), arguments);
    terminal.out().flush();
    terminal.err().flush();
    System.exit(code);
  }
}
