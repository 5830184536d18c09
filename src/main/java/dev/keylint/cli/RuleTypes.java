package dev.keylint.cli;

import dev.keylint.report.Neutral;
import dev.keylint.rule.Match;
import dev.keylint.rule.Rule;
import dev.keylint.rule.RuleFolder;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks for misspelt resource types in rules of the user's own: such a rule is never asked, and
/// looks like one that is always kept.
final class RuleTypes {
  private RuleTypes() {}

  /// What is surely wrong; what may be right is only said, on standard error.
  static List<Diagnostic> check(List<Rule> rules, List<RuleFolder> folders, Terminal terminal) {
    ResourceTypes types = ResourceTypes.read();
    List<Diagnostic> wrong = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.match() instanceof Match.Resource(List<String> names)) {
        for (String name : names.stream().filter(it -> !types.isKnown(it)).toList()) {
          Location at = place(rule.id(), name, folders);
          Optional<String> near = types.near(name);
          if (near.isPresent()) {
            wrong.add(
                Diagnostic.of(
                        Diagnostic.Kind.CONFIGURATION,
                        "no provider has the resource type `" + name + "`",
                        at)
                    .help("perhaps `" + near.orElseThrow() + "` is meant"));
          } else {
            String note = ": note: keylint does not know `" + name + "`; ";
            terminal.err().println(Neutral.line(at + note + "misspelt, this rule is never asked"));
          }
        }
      }
    }
    return wrong;
  }

  private static Location place(String rule, String type, List<RuleFolder> folders) {
    Source source =
        folders.stream()
            .filter(it -> it.name().equals(rule))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("a rule without a folder: " + rule))
            .rule();
    int start = Math.max(0, source.text().indexOf(type));
    return new Location.InFile(source, new Span(start, start + type.length()));
  }
}
