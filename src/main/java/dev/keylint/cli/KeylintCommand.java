package dev.keylint.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `keylint`: what all commands share.
@Command(
    name = "keylint",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Checks that workloads reach Azure OpenAI, Azure AI Foundry and Azure AI Search without"
          + " keys,",
      "that the calls will work, and with no more rights than they need."
    },
    footer = {
      "",
      "Exit codes: 0 pass, 1 findings, 2 usage or rule error, 3 incomplete, 4 internal error."
    })
final class KeylintCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  private KeylintCommand() {}

  /// Runs the command that the arguments name; answers its exit code.
  static int run(Terminal terminal, Rules rules, String... arguments) {
    CommandLine commands = new CommandLine(new KeylintCommand());
    named(terminal, rules, arguments).forEach(commands::addSubcommand);
    commands.getCommandSpec().mixinStandardHelpOptions(true);
    commands
        .getSubcommands()
        .values()
        .forEach(it -> it.getCommandSpec().mixinStandardHelpOptions(true));
    commands.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    commands.setUsageHelpAutoWidth(true);
    commands.setExecutionExceptionHandler((problem, _, _) ->
        switch (problem) {
          case Usage usage -> told(terminal, usage, ExitCode.USAGE);
          case UncheckedIOException unread -> told(terminal, unread, ExitCode.INCOMPLETE);
          case Exception bug -> internalError(terminal, bug);
        });
    try {
      return commands.execute(arguments);
    } catch (OutOfMemoryError | StackOverflowError _) {
      // Picocli hands over exceptions only; an uncaught error would end with the code of findings.
      terminal.err().println("keylint: there is not enough memory for this; scan less at a time.");
      return ExitCode.INTERNAL.code();
    }
  }

  /// The command that comes first among the arguments, else all of them, for help and advice:
  /// reading a command's options by reflection takes a large part of a short run.
  private static List<Object> named(Terminal terminal, Rules rules, String... arguments) {
    String name = arguments.length == 0 ? "" : arguments[0];
    return switch (name) {
      case "scan" -> List.of(new ScanCommand(terminal, rules));
      case "live" -> List.of(new LiveCommand(terminal, rules));
      case "expand" -> List.of(new ExpandCommand(terminal));
      case "restore" -> List.of(new RestoreCommand(terminal));
      case "rules" -> List.of(new RulesCommand(terminal, rules));
      default ->
          List.of(
              new ScanCommand(terminal, rules),
              new LiveCommand(terminal, rules),
              new ExpandCommand(terminal),
              new RestoreCommand(terminal),
              new RulesCommand(terminal, rules));
    };
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "name a command, for example: keylint scan .");
    }
  }

  private static int told(Terminal terminal, Exception problem, ExitCode code) {
    terminal.err().println("keylint: " + problem.getMessage());
    return code.code();
  }

  private static int internalError(Terminal terminal, Exception bug) {
    StringWriter trace = new StringWriter();
    bug.printStackTrace(new PrintWriter(trace));
    terminal.err().println("keylint: internal error; please report it with the text below.");
    terminal.err().print(trace);
    return ExitCode.INTERNAL.code();
  }
}
