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

  /// What may stand before a script that a command runs, since the command before it.
  private static final Pattern RUNS =
      Pattern.compile(
          "(?i)\\s*(?:(?:then|do|else|if|while|until|!|sudo|exec|time|env|call|source|\\.|bash|sh|zsh|dash|pwsh|powershell"
              + "|python3?|py|node|npx|tsx)(?:\\.exe)?\\s+(?:-[\\w-]+\\s+|\\w+=\\S*\\s+)*)*[\"']?(?:\\./)*");

  /// Where the next command begins.
  private static final Pattern BOUNDARY = Pattern.compile("[;&|(){}\\n]");

  /// What is longer may be anything.
  private static final int LONGEST = 500;

  private ScriptPaths() {}

  /// Whether a command runs the script of a path, and not only names it.
  static boolean isRun(String path, String command) {
    String slashed = command.replace('\\', '/');
    for (int at = slashed.indexOf(path); at >= 0; at = slashed.indexOf(path, at + 1)) {
      String[] before = BOUNDARY.split(slashed.substring(0, at), -1);
      String last = before[before.length - 1];
      if (last.length() > LONGEST || RUNS.matcher(last).matches()) {
        return !path.startsWith("/");
      }
    }
    return false;
  }

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
