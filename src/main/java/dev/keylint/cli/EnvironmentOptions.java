package dev.keylint.cli;

import dev.keylint.lower.azd.AzdVariables;
import dev.keylint.module.IoProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// Environment variables that parameter files may read: those that the user names, and no others,
/// since a result must not depend on the machine and the files are strangers'.
final class EnvironmentOptions {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern PATTERN =
      Pattern.compile("[A-Za-z0-9_*?]*[A-Za-z0-9][A-Za-z0-9_*?]*");
  private static final int MAX_BYTES = 1 << 20;

  @Option(
      names = "--env",
      paramLabel = "NAME=VALUE",
      description =
          "A variable that parameter files read: azd's $${NAME}, readEnvironmentVariable of Bicep;"
              + " several times for several. Its value is shown nowhere, but"
              + " where a file has the same text.")
  private List<String> given = new ArrayList<>();

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description =
          "A file with such variables, as azd keeps one: .azure/NAME/.env. --env comes before it.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--env-from-process",
      paramLabel = "PATTERN",
      description =
          "The variables of this process whose names match, as AI_*; never all of them. Files come"
              + " before it.")
  private List<String> patterns = new ArrayList<>();

  /// The variables, and by which options they are given.
  ///
  /// @throws Usage when an option is not what it should be
  AzdVariables variables(Terminal terminal) {
    Map<String, String> variables = new TreeMap<>();
    Map<String, String> options = new TreeMap<>();
    for (String pattern : patterns) {
      Pattern names = names(pattern);
      terminal
          .environment()
          .forEach((name, value) -> {
            if (names.matcher(name).matches()) {
              variables.put(name, value);
              options.put(name, "--env-from-process");
            }
          });
    }
    for (Path file : files) {
      read(terminal, file)
          .forEach((name, value) -> {
            variables.put(name, value);
            options.put(name, "--env-file");
          });
    }
    single()
        .forEach((name, value) -> {
          variables.put(name, value);
          options.remove(name);
        });
    return AzdVariables.of(variables, options);
  }

  /// The variables that the user gives one by one, by name: each is meant for something.
  ///
  /// @throws Usage when one is not what it should be
  Map<String, String> single() {
    Map<String, String> variables = new TreeMap<>();
    for (String variable : given) {
      int sign = variable.indexOf('=');
      String name = sign < 0 ? variable : variable.substring(0, sign);
      if (sign < 0 || !NAME.matcher(name).matches()) {
        throw Usage.ofOptions("--env wants NAME=VALUE, such as --env AI_KEYLESS=true");
      }
      variables.put(name, variable.substring(sign + 1));
    }
    return variables;
  }

  private static Pattern names(String pattern) {
    if (!PATTERN.matcher(pattern).matches()) {
      throw Usage.ofOptions(
          "--env-from-process wants a pattern of names such as AI_*, not `"
              + pattern
              + "`: a file could read whatever this process knows");
    }
    return Pattern.compile(
        pattern
            .chars()
            .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining()));
  }

  private static Map<String, String> read(Terminal terminal, Path file) {
    try (InputStream in = Files.newInputStream(terminal.folder().resolve(file))) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new Usage("`" + file + "` is larger than " + MAX_BYTES + " bytes");
      }
      EnvFile read = EnvFile.of(new String(bytes, StandardCharsets.UTF_8));
      read.wrongLine()
          .ifPresent(line -> {
            throw new Usage("`" + file + "`, line " + line + " is no NAME=VALUE");
          });
      return read.variables();
    } catch (IOException e) {
      throw new Usage("`" + file + "` can't be read: " + IoProblem.reason(e));
    }
  }
}
