package dev.keylint.cli;

import dev.keylint.report.Neutral;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says in one line what is wrong with a command line, what may have been meant, and where the help
/// is: a page of options would push the reason off the screen.
final class UsageError implements IParameterExceptionHandler {
  private final Terminal terminal;

  UsageError(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException problem, String[] arguments) {
    CommandLine command = problem.getCommandLine();
    String words =
        switch (problem) {
          case UnmatchedArgumentException unmatched -> unmatched(unmatched, command);
          case MissingParameterException missing -> missing(missing, List.of(arguments));
          default ->
              invalid(problem).orElseGet(() -> sentence(String.valueOf(problem.getMessage())));
        };
    String help = command.getCommandSpec().qualifiedName() + " --help";
    terminal.err().println(Neutral.line("keylint: " + words + "; try `" + help + "`"));
    return ExitCode.USAGE.code();
  }

  private String unmatched(UnmatchedArgumentException problem, CommandLine command) {
    String first = problem.getUnmatched().getFirst();
    Optional<String> noPath = PathArgument.fault(first);
    if (noPath.isPresent()) {
      return noPath.orElseThrow();
    }
    if (first.startsWith("-")) {
      return "there is no option `" + first + "`" + meant(problem) + asFile(first);
    }
    return command.getSubcommands().isEmpty()
        ? "`" + first + "` is one argument too many"
        : "there is no command `" + first + "`" + meant(problem);
  }

  private static String meant(UnmatchedArgumentException problem) {
    List<String> similar =
        problem.getSuggestions().stream()
            .map(it -> "`" + it.substring(it.lastIndexOf(' ') + 1) + "`")
            .distinct()
            .toList();
    return similar.isEmpty() ? "" : ", perhaps " + String.join(" or ", similar);
  }

  private String asFile(String name) {
    return Files.exists(terminal.folder().resolve(name))
        ? ", and a file of this name goes behind `--`"
        : "";
  }

  private static String missing(MissingParameterException problem, List<String> given) {
    return problem.getMissing().stream()
        .map(it ->
            it instanceof OptionSpec option
                ? missing(option, given)
                : it.paramLabel() + " is missing")
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String missing(OptionSpec option, List<String> given) {
    return Arrays.stream(option.names()).anyMatch(given::contains)
        ? "`" + option.longestName() + "` needs " + option.paramLabel() + " behind it"
        : "`" + option.longestName() + " " + option.paramLabel() + "` is required";
  }

  /// A word that is none of those that an option takes, or what a reader of ours says of a value.
  private static Optional<String> invalid(ParameterException problem) {
    return switch (problem.getArgSpec()) {
      case OptionSpec option -> invalid(problem, option);
      case PositionalParamSpec place -> said(problem, place);
      case null, default -> Optional.empty();
    };
  }

  private static Optional<String> invalid(ParameterException problem, OptionSpec option) {
    String name = "`" + option.longestName() + "`";
    if (option.typeInfo().isEnum() && option.converters().length == 0) {
      String known =
          option.typeInfo().getEnumConstantNames().stream()
              .map(it -> it.toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
      return Optional.of(
          "`" + problem.getValue() + "` is nothing that " + name + " takes: " + known);
    }
    return said(problem, option).map(it -> name + ": " + it);
  }

  private static Optional<String> said(ParameterException problem, ArgSpec place) {
    String message = String.valueOf(problem.getMessage());
    String before = "(" + place.paramLabel() + "): ";
    int end = message.indexOf(before);
    return end < 0 ? Optional.empty() : Optional.of(message.substring(end + before.length()));
  }

  private static String sentence(String message) {
    String line = message.strip().replaceAll("\\s*\\R\\s*", "; ");
    return line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1);
  }
}
