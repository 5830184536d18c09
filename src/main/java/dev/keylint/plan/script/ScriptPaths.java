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

  /// What may stand between the command before and the script that this one runs.
  private static final Pattern RUNS =
      Pattern.compile(
          "(?i)\\s*(?:(?:then|do|else|if|while|until|!|sudo|exec|time|env|call|source|\\.|bash|sh|zsh|dash|pwsh|powershell"
              + "|python3?|py|node|npx|tsx)(?:\\.exe)?\\s+(?:-[\\w-]+\\s+|\\w+=\\S*\\s+)*)*[\"']?");

  /// What is longer is a list of files, or was made to keep us busy.
  private static final int LONGEST = 500;

  private ScriptPaths() {}

  /// A script that a command names.
  ///
  /// @param isRun whether it runs it, as far as can be told
  record Named(String path, boolean isRun) {}

  /// The scripts in a command, without those whose paths only the run knows.
  static List<Named> in(String command) {
    return CALLED
        .matcher(command)
        .results()
        .map(it -> new Named(plain(it.group()), isRun(command, it.start())))
        .filter(it -> !it.path().contains("$"))
        .toList();
  }

  private static boolean isRun(String command, int script) {
    int from = script;
    while (from > 0 && !isBoundary(command.charAt(from - 1)) && script - from <= LONGEST) {
      from--;
    }
    return script - from <= LONGEST
        && command.charAt(script) != '/'
        && RUNS.matcher(command.substring(from, script)).matches();
  }

  private static boolean isBoundary(char c) {
    return ";&|(){}\n".indexOf(c) >= 0;
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
