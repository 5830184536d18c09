package dev.keylint.cli;

/// Where the process starts.
public final class Main {
  private Main() {}

  /// Runs a command and ends the process with its exit code.
  @ProcessBoundary
  public static void main(String[] arguments) {
    Terminal terminal = Terminal.ofProcess();
    int code = KeylintCommand.run(terminal, arguments);
    terminal.out().flush();
    terminal.err().flush();
    System.exit(code);
  }
}
