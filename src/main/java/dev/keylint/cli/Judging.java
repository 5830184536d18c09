package dev.keylint.cli;

import dev.keylint.check.Engine;
import dev.keylint.finding.Coverage;
import dev.keylint.finding.Finding;
import dev.keylint.finding.ScanSummary;
import dev.keylint.finding.Silenced;
import dev.keylint.report.ReportInput;
import dev.keylint.resource.Estate;
import dev.keylint.resource.Resource;
import dev.keylint.rule.Rule;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Silence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// From estates to an exit code: asks the rules, counts, writes the reports. What all judging
/// commands share.
final class Judging {
  private final Terminal terminal;
  private final ReportOptions options;
  private final List<Rule> rules;

  /// @throws Usage when a rule is wrong
  Judging(Terminal terminal, ReportOptions options) {
    this.terminal = terminal;
    this.options = options;
    this.rules = Rules.load(terminal, options.rules());
  }

  /// What was looked at, before the rules were asked.
  record Input(
      List<Estate> estates,
      List<Diagnostic> diagnostics,
      List<Silence> silences,
      int filesRead,
      List<String> filesNotUnderstood,
      List<Coverage.Unit> units,
      boolean live) {}

  ExitCode judge(Input input) {
    Silenced silenced =
        Silenced.of(
            Engine.run(rules, input.estates()),
            input.silences(),
            rules.stream().map(Rule::id).toList());
    List<Finding> findings = silenced.findings();
    List<Diagnostic> diagnostics = new ArrayList<>(input.diagnostics());
    diagnostics.addAll(silenced.unused());
    input.estates().forEach(estate -> diagnostics.addAll(estate.diagnostics()));
    List<Diagnostic> distinct = diagnostics.stream().distinct().toList();
    ScanSummary summary = ScanSummary.of(coverage(input, findings), findings, distinct);
    ExitCode exit = exit(summary);
    ReportInput report =
        new ReportInput(
            Product.tool(),
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
            distinct,
            summary,
            Secrets.redaction(input.estates(), input.live()));
    new Outputs(terminal).write(options.outputs(), report);
    return exit;
  }

  private ExitCode exit(ScanSummary summary) {
    if (options.failOn().level().map(level -> summary.atLeast(level) > 0).orElse(false)) {
      return ExitCode.FINDINGS;
    }
    boolean undecided = options.failOnOpen() && summary.undecided() > 0;
    return undecided || summary.incomplete() ? ExitCode.INCOMPLETE : ExitCode.PASS;
  }

  private Coverage coverage(Input input, List<Finding> findings) {
    Map<String, Integer> types = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<String> missing = new ArrayList<>();
    for (Estate estate : input.estates()) {
      for (Resource resource : estate.resources()) {
        types.merge(resource.type().name(), 1, Integer::sum);
      }
      if (!estate.live()) {
        estate.gaps().forEach(gap -> missing.add(gap.what()));
      }
    }
    return new Coverage(
        input.filesRead(),
        input.filesNotUnderstood(),
        input.estates().stream().map(Estate::label).toList(),
        missing.stream().distinct().toList(),
        types,
        rules.size(),
        findings.size(),
        input.units());
  }
}
