package dev.keylint.cli;

import dev.keylint.docs.RulePage;
import dev.keylint.rule.Profile;
import dev.keylint.rule.Rule;
import dev.keylint.rule.Severity;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `keylint rules`: what the rules are and why, and what it takes to write one.
@Command(name = "rules", description = "Lists the rules, explains one, or tests rules of your own.")
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

  @Command(
      name = "list",
      description = "The rules, one a line. Each option may be given several times.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(
              names = "--profile",
              paramLabel = "PROFILE",
              converter = ProfileConverter.class,
              description = "Those that a scan with this profile asks.")
          @Nullable List<Profile> profiles,
      @Option(names = "--tag", paramLabel = "TAG", description = "Those that have this tag.")
          @Nullable List<String> tags,
      @Option(
              names = "--severity",
              paramLabel = "LEVEL",
              description = "Those of this level: error, warning or note.")
          @Nullable List<Severity> severities,
      @Option(
              names = {"-o", "--output"},
              paramLabel = "FORMAT",
              defaultValue = "text",
              description = "text or json. Default: ${DEFAULT-VALUE}.")
          RuleList.Format format,
      @Mixin OwnRules own) {
    List<Rule> all = own.load(rules, terminal);
    RuleList list = new RuleList(all).of(some(profiles), some(tags), some(severities));
    list.print(format, terminal.out());
    return ExitCode.PASS.code();
  }

  @Command(
      name = "show",
      description = "What a rule is about, in Markdown.",
      mixinStandardHelpOptions = true)
  int show(@Parameters(paramLabel = "ID") String id, @Mixin OwnRules own) {
    List<Rule> all = own.load(rules, terminal);
    Rule rule =
        all.stream()
            .filter(it -> it.id().equalsIgnoreCase(id))
            .findFirst()
            .orElseThrow(() ->
                Usage.ofOptions(
                    "there is no rule `"
                        + id
                        + "`"
                        + Rules.meant(id, all)
                        + "; `keylint rules list` names all"));
    terminal.out().print(RulePage.text(rule));
    return ExitCode.PASS.code();
  }

  @Command(
      name = "test",
      description = {
        "Holds rules of your own to their cases: whether each compiles, says what its cases say,"
            + " and has a case for each of its conditions.",
        "Exit codes: 0 they hold, 1 one does not, 2 one does not compile."
      },
      mixinStandardHelpOptions = true)
  int test(
      @Parameters(
              paramLabel = "DIR",
              arity = "1..*",
              description = "A folder of rules, or the folder of one.")
          List<Path> directories) {
    return new RuleTests(terminal, rules).run(directories).code();
  }

  @Command(
      name = "new",
      description = "Writes the folder of a rule that passes its test, to be changed.",
      mixinStandardHelpOptions = true)
  int create(
      @Parameters(paramLabel = "NAME", description = "Its id, such as search-open-to-all.")
          String name,
      @Option(
              names = "--dir",
              paramLabel = "DIR",
              defaultValue = ".",
              description = "The folder of your rules. Default: the current folder.")
          Path directory) {
    new NewRule(terminal, rules).write(name, directory);
    return ExitCode.PASS.code();
  }

  @Command(
      name = "schema",
      description = "The JSON schema of rule.yaml, for editors.",
      mixinStandardHelpOptions = true)
  int schema() {
    terminal.out().print(NewRule.schema());
    return ExitCode.PASS.code();
  }

  private static <T> List<T> some(@Nullable List<T> given) {
    return given == null ? List.of() : List.copyOf(given);
  }
}
