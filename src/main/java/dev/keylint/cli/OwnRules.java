package dev.keylint.cli;

import dev.keylint.rule.Rule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// The option that adds rules of the user's own.
final class OwnRules {
  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description = "Folder with rules of your own, one folder a rule; several times for several.")
  private List<Path> directories = new ArrayList<>();

  boolean isEmpty() {
    return directories.isEmpty();
  }

  /// All rules.
  ///
  /// @throws Usage when one is wrong
  List<Rule> load(Rules rules, Terminal terminal) {
    return rules.load(terminal, directories);
  }

  /// Where they lie: their cases are templates that nobody deploys.
  List<Path> folders(Terminal terminal) {
    return directories.stream().map(it -> terminal.folder().resolve(it)).toList();
  }
}
