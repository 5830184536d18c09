package dev.keylint.compile;

import dev.keylint.rule.CelChecker;
import dev.keylint.rule.Rule;
import dev.keylint.rule.RuleFile;
import dev.keylint.rule.RuleFolder;
import dev.keylint.rule.RuleReader;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Compiles folders of rules; the same for the built-in ones and for those of users.
public final class RuleCompiler {
  private RuleCompiler() {}

  /// The rules of these folders; an id that another rule already has is an error.
  ///
  /// @param taken the ids of rules that are there before
  public static RuleBook compile(List<RuleFolder> folders, Set<String> taken) {
    return compile(folders, taken, new CelCompilation());
  }

  static RuleBook compile(List<RuleFolder> folders, Set<String> taken, CelChecker checker) {
    List<Rule> rules = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    Set<String> ids = new HashSet<>(taken);
    for (RuleFolder folder : folders) {
      RuleFile file = RuleReader.read(folder, checker);
      diagnostics.addAll(file.diagnostics());
      if (!ids.add(folder.name())) {
        diagnostics.add(
            CelErrors.wrong(
                    "a rule `" + folder.name() + "` is already there",
                    new Location.WholeFile(folder.rule().path()))
                .help("give the folder and the rule another name"));
      } else {
        file.rule().ifPresent(rules::add);
      }
    }
    rules.sort(Comparator.comparing(Rule::id));
    return new RuleBook(rules, diagnostics);
  }
}
