package dev.keylint.cli;

import dev.keylint.module.IoProblem;
import dev.keylint.report.Neutral;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

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

  /// Picocli takes no less.
  private static final int NARROWEST_HELP = 55;

  private KeylintCommand() {}

  /// Runs the command that the arguments name; answers its exit code.
  static int run(Terminal terminal, Rules rules, String... arguments) {
    CommandLine commands = commands(terminal, rules, arguments);
    int code;
    try {
      code = commands.execute(arguments);
    } catch (OutOfMemoryError | StackOverflowError _) {
      // Picocli hands over exceptions only; an uncaught error would end with the code of findings.
      terminal.err().println("keylint: there is not enough memory for this; scan less at a time.");
      code = ExitCode.INTERNAL.code();
    } catch (LinkageError | AssertionError bug) {
      code = internalError(terminal, bug);
    }
    Optional<IOException> lost = terminal.out().failure();
    if (lost.isPresent()) {
      String why = IoProblem.reason(lost.orElseThrow());
      terminal.err().println("keylint: standard output can't be written: " + why);
      code = Math.max(code, ExitCode.USAGE.code());
    }
    terminal.err().flush();
    return code;
  }

  private static CommandLine commands(Terminal terminal, Rules rules, String... arguments) {
    CommandLine commands = new CommandLine(new KeylintCommand());
    named(terminal, rules, arguments).forEach(commands::addSubcommand);
    commands.getCommandSpec().mixinStandardHelpOptions(true);
    commands
        .getSubcommands()
        .values()
        .forEach(it -> it.getCommandSpec().mixinStandardHelpOptions(true));
    commands.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    commands.setUsageHelpWidth(Math.max(terminal.width(), NARROWEST_HELP));
    commands.setColorScheme(
        Help.defaultColorScheme(terminal.colours() ? Help.Ansi.ON : Help.Ansi.OFF));
    // A file of the scanned tree may be called `@options`: it must not give any.
    commands.setExpandAtFiles(false);
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.registerConverter(Path.class, new PathArgument());
    commands.setParameterExceptionHandler(new UsageError(terminal));
    commands.setExecutionStrategy(KeylintCommand::execute);
    commands.setExecutionExceptionHandler((problem, command, _) ->
        switch (problem) {
          case Usage usage ->
              told(terminal, usage.told(command.getCommandSpec().qualifiedName()), ExitCode.USAGE);
          case UncheckedIOException unread -> told(terminal, words(unread), ExitCode.INCOMPLETE);
          case FileSystemException file -> told(terminal, words(file), ExitCode.USAGE);
          case Exception bug -> internalError(terminal, bug);
        });
    return commands;
  }

  /// Help is not shown for a command that there is not, as if there were one.
  private static int execute(ParseResult parsed) {
    for (CommandLine command : parsed.asCommandLineList()) {
      List<String> unmatched = command.getUnmatchedArguments();
      if (!command.getSubcommands().isEmpty() && !unmatched.isEmpty()) {
        throw new UnmatchedArgumentException(command, unmatched);
      }
    }
    return new RunLast().execute(parsed);
  }

  /// The command that comes first among the arguments, else all of them, for help and advice:
  /// reading a command's options by reflection takes a large part of a short run.
  private static List<Object> named(Terminal terminal, Rules rules, String... arguments) {
    String name = arguments.length == 0 ? "" : arguments[0];
    return switch (name) {
      case "scan" -> List.of(new ScanCommand(terminal, rules));
      case "live" -> List.of(new LiveCommand(terminal, rules));
      case "access" -> List.of(new AccessCommand(terminal, rules));
      case "expand" -> List.of(new ExpandCommand(terminal));
      case "fix" -> List.of(new FixCommand(terminal, rules));
      case "restore" -> List.of(new RestoreCommand(terminal));
      case "rules" -> List.of(new RulesCommand(terminal, rules));
      default ->
          List.of(
              new ScanCommand(terminal, rules),
              new LiveCommand(terminal, rules),
              new AccessCommand(terminal, rules),
              new ExpandCommand(terminal),
              new FixCommand(terminal, rules),
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

  private static String words(UncheckedIOException problem) {
    return problem.getCause() instanceof FileSystemException file
        ? words(file)
        : String.valueOf(problem.getMessage());
  }

  private static String words(FileSystemException problem) {
    return "`" + problem.getFile() + "`: " + IoProblem.reason(problem);
  }

  private static int told(Terminal terminal, String problem, ExitCode code) {
    terminal
        .err()
        .println(
            "keylint: "
                + problem
                    .lines()
                    .map(line -> Neutral.logged(Neutral.line(line)))
                    .collect(Collectors.joining("\n")));
    return code.code();
  }

  private static int internalError(Terminal terminal, Throwable bug) {
    StringWriter trace = new StringWriter();
    bug.printStackTrace(new PrintWriter(trace));
    terminal.err().println("keylint: internal error; please report it with the text below.");
    terminal.err().print(trace);
    return ExitCode.INTERNAL.code();
  }
}
