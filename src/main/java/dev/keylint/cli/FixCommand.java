package dev.keylint.cli;

import dev.keylint.check.Engine;
import dev.keylint.finding.Finding;
import dev.keylint.fix.BuiltFiles;
import dev.keylint.fix.UnifiedDiff;
import dev.keylint.module.Workspace;
import dev.keylint.plan.ScanRequest;
import dev.keylint.rule.Rule;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `keylint fix`: edits the files of a scan so that what rules find is gone.
@Command(
    name = "fix",
    description = {
      "Changes Bicep and JSON files so that findings are gone; what is written keeps its format and"
          + " its comments.",
      "Each fix is tried first: one that leaves its finding or brings another is not made."
    })
final class FixCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Rules rules;

  @Parameters(
      paramLabel = "PATH",
      arity = "0..*",
      description = "Files and folders. Default: the current folder.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--diff",
      description = {
        "Changes nothing and prints a patch, which `git apply` takes.",
        "The exit code is 1 if there is something to change, unless --fail-on is none."
      })
  private boolean diff;

  @Option(
      names = "--unsafe",
      description = "Makes the fixes, too, that may break something; it is said what.")
  private boolean unsafe;

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      defaultValue = "error",
      description =
          "Lowest level of a remaining finding that makes the exit code 1: error, warning, note or"
              + " none. Default: ${DEFAULT-VALUE}.")
  private FailOn failOn = FailOn.ERROR;

  @Mixin private final OwnRules own = new OwnRules();
  @Mixin private final ProfileOption profile = new ProfileOption();
  @Mixin private final TemplateOptions templates = new TemplateOptions();

  FixCommand(Terminal terminal, Rules rules) {
    this.terminal = terminal;
    this.rules = rules;
  }

  @Override
  public Integer call() {
    List<Rule> known = own.load(rules, terminal);
    List<Rule> asked = profile.asked(known);
    Engine engine = new Engine(asked);
    TemplateScan scan = TemplateScan.of(terminal, templates, own);
    List<Path> all = new Checkout(terminal).asked(paths);
    Workspace workspace = scan.workspace(all);
    OwnFiles files = diff ? OwnFiles.toRead(workspace) : OwnFiles.toWrite(workspace);
    ScanRequest request = ScanRequest.of(all, Assessment.interest(engine));
    BuiltFiles built = new BuiltFiles(files::text);
    Input input = scan.read(workspace, request);
    Assessment first = Assessment.of(asked, known, engine, input);
    Repairs.Rescan rescan = new Repairs.Rescan(asked, known, engine, input);
    Repairs repairs =
        new Repairs(rescan, Terms.of(files, built, unsafe, asked), Trials.unlimited());
    Mending.Result result = repairs.run(first, Map.of());
    FixReport report =
        new FixReport(
            result, diff, unsafe ? Repairs.Unsafe.ASKED : repairs.withUnsafe(result), files::text);
    // Places of a file that has been written can't be told any more.
    List<String> lines = report.lines(stale(built, result));
    if (diff) {
      patch(result);
    } else {
      result
          .after()
          .forEach((path, text) -> files.write(path, result.before().getOrDefault(path, ""), text));
    }
    PrintStream out = diff ? terminal.err() : terminal.out();
    lines.forEach(out::println);
    out.flush();
    return code(result).code();
  }

  private void patch(Mending.Result result) {
    Patch patch = new Patch(terminal.out(), terminal.colours(), result.last().redaction());
    result
        .after()
        .forEach((path, text) ->
            patch.print(UnifiedDiff.of(path, result.before().getOrDefault(path, ""), text)));
    terminal.out().flush();
    if (patch.isMasked()) {
      terminal
          .err()
          .println(
              "keylint: a line of the patch holds a secret, which is hidden: the patch can't be"
                  + " applied; run `keylint fix` without --diff");
    }
  }

  /// What has to be built again: what was made of a changed file, and what shows an old finding.
  private static Set<String> stale(BuiltFiles built, Mending.Result result) {
    Set<String> stale = new TreeSet<>(built.of(result.after().keySet()));
    if (!result.made().isEmpty()) {
      result.last().findings().stream()
          .filter(Finding::active)
          .map(it -> Remedy.Key.of(it).file())
          .filter(built::isBuilt)
          .forEach(stale::add);
    }
    return stale;
  }

  /// Of a patch nothing is done yet, so what was found remains. One that is not empty fails a
  /// pipeline, as with other formatters and linters.
  private ExitCode code(Mending.Result result) {
    Assessment state = diff ? result.first() : result.last();
    boolean pending = diff && !result.after().isEmpty();
    if (failOn.level().map(level -> pending || state.summary().atLeast(level) > 0).orElse(false)) {
      return ExitCode.FINDINGS;
    }
    return state.summary().incomplete() ? ExitCode.INCOMPLETE : ExitCode.PASS;
  }
}
