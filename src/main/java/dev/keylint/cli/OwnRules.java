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
      description = "Folder with rules of your own; several times for several.")
  private List<Path> directories = new ArrayList<>();

  /// All rules.
  ///
  /// @throws Usage when one is wrong
  List<Rule> load(Rules rules, Terminal terminal) {
    return rules.load(terminal, directories);
  }
}
