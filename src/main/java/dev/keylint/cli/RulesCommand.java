package dev.keylint.cli;

import dev.keylint.docs.RulePage;
import dev.keylint.rule.Rule;
import dev.keylint.rule.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `keylint rules`: what the rules are and why.
@Command(name = "rules", description = "Lists the rules, or explains one.")
final class RulesCommand implements Runnable {
  private final Terminal terminal;
  private final Rules rules;

  @Spec private @Nullable CommandSpec spec;

  RulesCommand(Terminal terminal, Rules rules) {
    this.terminal = terminal;
    this.rules = rules;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "name a command, for example: keylint rules list");
    }
  }

  @Command(name = "list", description = "All rules, one a line.", mixinStandardHelpOptions = true)
  int list(
      @Option(names = "--rules", paramLabel = "DIR", description = "Rules of your own.")
          @Nullable List<Path> own) {
    List<Rule> all = all(own);
    int width = all.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
    for (Rule rule : all) {
      String padding = " ".repeat(width - rule.id().length());
      String severity = rule.metadata().severity().word();
      String space = " ".repeat(Severity.WARNING.word().length() - severity.length());
      terminal
          .out()
          .println(rule.id() + padding + "  " + severity + space + "  " + rule.metadata().title());
    }
    return ExitCode.PASS.code();
  }

  @Command(
      name = "show",
      description = "What a rule is about, in Markdown.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = "ID") String id,
      @Option(names = "--rules", paramLabel = "DIR", description = "Rules of your own.")
          @Nullable List<Path> own) {
    Rule rule =
        all(own).stream()
            .filter(it -> it.id().equalsIgnoreCase(id))
            .findFirst()
            .orElseThrow(() ->
                new Usage(
                    "there is no rule `"
                        + id
                        + "`"
                        + Rules.meant(id, all(own))
                        + "; `keylint rules list` names all"));
    terminal.out().print(RulePage.text(rule));
    return ExitCode.PASS.code();
  }

  private List<Rule> all(@Nullable List<Path> own) {
    return rules.load(terminal, own == null ? new ArrayList<>() : own);
  }
}
