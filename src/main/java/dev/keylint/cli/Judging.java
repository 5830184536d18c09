package dev.keylint.cli;

import dev.keylint.check.Engine;
import dev.keylint.check.TraceRequest;
import dev.keylint.finding.Coverage;
import dev.keylint.finding.Finding;
import dev.keylint.finding.ScanSummary;
import dev.keylint.finding.Silenced;
import dev.keylint.plan.Interest;
import dev.keylint.report.ReportInput;
import dev.keylint.rule.Rule;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Silence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// From estates to an exit code: each is judged, counted and forgotten, then the reports are
/// written. What all judging commands share.
final class Judging {
  private final Terminal terminal;
  private final ReportOptions options;
  private final List<Rule> rules;
  private final Set<String> foreign;

  /// @throws Usage when a rule is wrong, or two reports would go to the same place
  Judging(Terminal terminal, Rules rules, ReportOptions options) {
    this.terminal = terminal;
    this.options = options;
    OutputSpec.checkApart(options.outputs(), terminal.folder());
    this.rules = rules.load(terminal, options.rules());
    this.foreign = options.rules().isEmpty() ? Set.of() : foreign(rules.builtIn().get());
  }

  private Set<String> foreign(List<Rule> builtIn) {
    Set<String> ids = rules.stream().map(Rule::id).collect(Collectors.toSet());
    builtIn.forEach(rule -> ids.remove(rule.id()));
    return ids;
  }

  /// What is to be judged.
  ///
  /// @param files paths of the files that were found, whether or not an estate is made of them
  /// @param diagnostics what there is to say before the first estate is made
  /// @param silences what the authors of the files have accepted
  /// @param secrets what no report may show, besides what the estates say
  record Input(
      Estates estates,
      List<String> files,
      List<Diagnostic> diagnostics,
      List<Silence> silences,
      List<Coverage.Unit> units,
      boolean live,
      Set<String> secrets) {}

  /// What the rules look at.
  Interest interest() {
    return interest(new Engine(rules));
  }

  /// What the rules of an engine look at.
  static Interest interest(Engine engine) {
    return Interest.in(
        engine.types().stream().map(Interest::top).collect(Collectors.toSet()),
        engine::looksAt,
        engine::evidence);
  }

  ExitCode judge(Input input) {
    return judge(input, Optional.empty());
  }

  /// @param trace the answers to explain, behind the reports
  /// @throws Usage when that names no rule
  ExitCode judge(Input input, Optional<TraceRequest> trace) {
    trace.ifPresent(this::check);
    Engine engine = new Engine(rules, trace);
    Tally tally = new Tally(rules, input);
    input.estates().map(it -> Judged.of(it, engine)).forEachOrdered(tally::add);
    List<String> asked = rules.stream().map(Rule::id).toList();
    Silenced silenced = Silenced.of(tally.findings(), input.silences(), asked);
    List<Finding> findings = silenced.findings();
    List<Diagnostic> diagnostics = new ArrayList<>(tally.diagnostics());
    diagnostics.addAll(silenced.unused());
    diagnostics.addAll(input.estates().notes());
    diagnostics.addAll(LostSources.of(findings, diagnostics));
    ScanSummary summary =
        ScanSummary.of(tally.coverage(findings.size(), diagnostics), findings, diagnostics);
    ExitCode exit = exit(summary);
    ReportInput report =
        new ReportInput(
            Product.tool(foreign),
            new ReportInput.Run(
                options.category(),
                input.live(),
                Optional.of("https://portal.azure.com"),
                exit.code(),
                "",
                Optional.empty(),
                Optional.empty(),
                Map.of()),
            rules,
            findings,
            diagnostics,
            summary,
            tally.redaction());
    Outputs outputs = new Outputs(terminal);
    outputs.write(options.outputs(), report);
    trace.ifPresent(it ->
        outputs.trace(
            options.outputs(), it, tally.traces(), engine.traceable(), report.redaction()));
    return exit;
  }

  private void check(TraceRequest trace) {
    if (rules.stream().noneMatch(rule -> rule.id().equalsIgnoreCase(trace.rule()))) {
      throw new Usage(
          "--trace names the rule `"
              + trace.rule()
              + "`, which there is not"
              + Rules.meant(trace.rule(), rules));
    }
  }

  private ExitCode exit(ScanSummary summary) {
    if (summary.diagnostics().containsKey(Diagnostic.Kind.CONFIGURATION)) {
      return ExitCode.USAGE;
    }
    if (options.failOn().level().map(level -> summary.atLeast(level) > 0).orElse(false)) {
      return ExitCode.FINDINGS;
    }
    boolean undecided = options.failOnOpen() && summary.undecided() > 0;
    return undecided || summary.incomplete() ? ExitCode.INCOMPLETE : ExitCode.PASS;
  }
}
