package dev.keylint.cli;

import dev.keylint.compile.RuleBook;
import dev.keylint.compile.RuleCompiler;
import dev.keylint.compile.RuleDirectory;
import dev.keylint.compile.RuleLayout;
import dev.keylint.module.IoProblem;
import dev.keylint.rule.Rule;
import dev.keylint.rule.RuleFolder;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The rules of a run: the built-in ones, and the user's own.
///
/// @param builtIn those that come with keylint, read when a command asks for them
record Rules(Supplier<List<Rule>> builtIn) {

  /// Loads cel-java and the YAML reader only when there are rules of the user's own.
  ///
  /// @throws Usage when a rule is wrong, with a line for each mistake
  List<Rule> load(Terminal terminal, List<Path> directories) {
    List<Rule> rules = new ArrayList<>(builtIn.get());
    if (!directories.isEmpty()) {
      Set<String> taken = rules.stream().map(Rule::id).collect(Collectors.toSet());
      List<RuleFolder> folders = folders(terminal, directories);
      RuleBook own = RuleCompiler.compile(folders, taken);
      refuse(own.diagnostics());
      refuse(RuleTypes.check(own.rules(), folders, terminal));
      rules.addAll(own.rules());
    }
    rules.sort(Comparator.comparing(Rule::id));
    return List.copyOf(rules);
  }

  /// What a name that is no rule may have been meant to be, as the end of a sentence.
  static String meant(String id, List<Rule> rules) {
    return Spelling.closest(id, rules.stream().map(Rule::id).toList())
        .map(near -> ", perhaps `" + near + "`")
        .orElse("");
  }

  private static List<RuleFolder> folders(Terminal terminal, List<Path> directories) {
    List<RuleFolder> folders = new ArrayList<>();
    for (Path directory : directories) {
      Path folder = terminal.folder().resolve(directory);
      if (!Files.isDirectory(folder)) {
        throw Usage.ofOptions("--rules names `" + directory + "`, which is no folder");
      }
      try {
        String label = directory.toString().replace('\\', '/');
        List<RuleFolder> found = RuleDirectory.load(folder, label);
        refuse(RuleLayout.faults(folder, label, found.size()));
        folders.addAll(found);
      } catch (IOException e) {
        throw new Usage("the rules in `" + directory + "` can't be read: " + IoProblem.reason(e));
      }
    }
    return folders;
  }

  /// @throws Usage when something is wrong
  static void refuse(List<Diagnostic> wrong) {
    if (!wrong.isEmpty()) {
      throw new Usage("rules are wrong:\n" + lines(wrong));
    }
  }

  static String lines(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(it ->
            "  "
                + it.location()
                + ": "
                + it.message()
                + it.help().map(help -> "\n    help: " + help).orElse(""))
        .collect(Collectors.joining("\n"));
  }
}
