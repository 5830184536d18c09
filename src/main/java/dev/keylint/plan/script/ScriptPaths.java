package dev.keylint.plan.script;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The paths of files and folders that commands name.
final class ScriptPaths {
  /// A path that may be one of the tree; what stands before its first `/` may be a variable.
  private static final Pattern CALLED =
      Pattern.compile(
          "(?i)(?<![\\w.(){}$@:/\\\\-])[\\w.(){}$@:/\\\\-]+"
              + "\\.(?:sh|bash|ps1|psm1|py|cmd|bat|js|mjs|ts|cs)\\b");

  private static final Pattern VARIABLE = Pattern.compile("^\\$[^/]*/|^[^/$]*[)}]/");

  private static final Pattern ENTERS =
      Pattern.compile(
          "(?i)\\(?\\s*(?:cd|chdir|pushd|sl|Set-Location|Push-Location)\\s+(?:-\\w+\\s+|/d\\s+)?"
              + "[\"']?([\\w.(){}$@:/\\\\-]+)[\"']?\\s*");

  private ScriptPaths() {}

  /// Those of scripts in a command, without those that only the run knows.
  static List<String> in(String command) {
    return CALLED
        .matcher(command)
        .results()
        .map(it -> plain(it.group()))
        .filter(it -> !it.contains("$"))
        .toList();
  }

  /// The folder that a command goes to, if it is one below.
  static Optional<String> entered(String command) {
    Matcher enters = ENTERS.matcher(command);
    return enters.matches()
        ? Optional.of(plain(enters.group(1)))
            .filter(it -> !it.contains("$") && !it.contains("..") && !it.equals("."))
        : Optional.empty();
  }

  /// Without the variable that stands for the folder of the checkout.
  static String plain(String path) {
    String slashed = path.strip().replace('\\', '/').replaceAll("//+", "/");
    return VARIABLE.matcher(slashed).replaceFirst("").replaceFirst("^(?:\\./)+", "");
  }
}
