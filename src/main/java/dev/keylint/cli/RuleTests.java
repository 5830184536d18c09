package dev.keylint.cli;

import dev.keylint.cases.Mutant;
import dev.keylint.cases.Proof;
import dev.keylint.compile.RuleBook;
import dev.keylint.compile.RuleCompiler;
import dev.keylint.compile.RuleDirectory;
import dev.keylint.compile.RuleLayout;
import dev.keylint.module.IoProblem;
import dev.keylint.report.Neutral;
import dev.keylint.rule.Rule;
import dev.keylint.rule.RuleFolder;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `keylint rules test`: holds rules to the cases in their folders, and prints where they differ.
final class RuleTests {
  private final Terminal terminal;
  private final List<Rule> builtIn;
  private final Set<String> seen = new HashSet<>();
  private int holding;
  private int failing;
  private int broken;

  RuleTests(Terminal terminal, Rules rules) {
    this.terminal = terminal;
    this.builtIn = rules.builtIn().get();
  }

  /// A folder with a rule, and where it is.
  private record Found(Path path, RuleFolder folder) {}

  /// @throws Usage when a folder is none of rules
  ExitCode run(List<Path> directories) {
    List<Found> all = new ArrayList<>();
    directories.forEach(it -> all.addAll(found(it)));
    all.forEach(this::test);
    say(
        (holding + failing + broken == 1 ? "1 rule: " : holding + failing + broken + " rules: ")
            + holding
            + " proved by cases, "
            + failing
            + " not, "
            + broken
            + " not compiled");
    return broken > 0 ? ExitCode.USAGE : failing > 0 ? ExitCode.FINDINGS : ExitCode.PASS;
  }

  private List<Found> found(Path directory) {
    Path folder = terminal.folder().resolve(directory).normalize();
    if (!Files.isDirectory(folder)) {
      throw Usage.ofOptions("`" + directory + "` is no folder");
    }
    String label = directory.toString().replace('\\', '/');
    try {
      if (Files.isRegularFile(folder.resolve("rule.yaml"))) {
        return List.of(new Found(folder, RuleDirectory.one(folder, label)));
      }
      List<RuleFolder> rules = RuleDirectory.load(folder, label);
      Rules.refuse(RuleLayout.faults(folder, label, rules.size()));
      return rules.stream().map(it -> new Found(folder.resolve(it.name()), it)).toList();
    } catch (IOException e) {
      throw new Usage("the rules in `" + directory + "` can't be read: " + IoProblem.reason(e));
    }
  }

  private void test(Found found) {
    RuleFolder folder = found.folder();
    RuleBook book = RuleCompiler.compile(List.of(folder), seen);
    seen.add(folder.name());
    List<Diagnostic> wrong = new ArrayList<>(book.diagnostics());
    wrong.addAll(RuleTypes.check(book.rules(), List.of(folder), terminal));
    book.rules().forEach(it -> wrong.addAll(taken(it, folder)));
    if (!wrong.isEmpty()) {
      broken++;
      say(folder.name() + ": does not compile");
      Rules.lines(wrong).lines().forEach(this::say);
      return;
    }
    try {
      prove(book.rules().getFirst(), Proof.of(found.path(), folder, book.rules().getFirst()));
    } catch (IOException e) {
      throw new Usage("`" + found.path() + "` can't be read: " + IoProblem.reason(e));
    }
  }

  private void prove(Rule rule, Proof proof) {
    if (proof.holds()) {
      holding++;
      int cases = proof.cases().stream().mapToInt(it -> it.annotations().all().size()).sum();
      say(rule.id() + ": compiles, all " + cases + " cases agree, each condition is noticed");
      return;
    }
    failing++;
    say(rule.id() + ": compiles, but its cases do not prove it");
    proof.wrong().forEach(it -> say("  " + it));
    proof.lacking().forEach(it -> say("  " + it));
    proof.unnoticed().forEach(it -> say("  " + unnoticed(it)));
    if (!proof.wrong().isEmpty()) {
      say("  whether each condition is noticed can be told when the cases agree");
    }
  }

  private static String unnoticed(Mutant mutant) {
    var condition = mutant.condition();
    return condition.file()
        + ":"
        + condition.at().line()
        + ":"
        + condition.at().column()
        + ": no case notices when this is always "
        + mutant.value()
        + ": "
        + condition.text().strip().replaceAll("\\s+", " ");
  }

  /// A built-in rule that is not this one has its name: a scan would refuse the two.
  private List<Diagnostic> taken(Rule rule, RuleFolder folder) {
    return builtIn.stream()
        .filter(it -> it.id().equals(rule.id()) && !it.metadata().equals(rule.metadata()))
        .map(it ->
            Diagnostic.of(
                    Diagnostic.Kind.CONFIGURATION,
                    "keylint has a rule `" + it.id() + "` of its own",
                    new Location.WholeFile(folder.rule().path()))
                .help("give the folder and the rule another name"))
        .toList();
  }

  private void say(String line) {
    terminal.out().println(Neutral.logged(Neutral.line(line)));
  }
}
