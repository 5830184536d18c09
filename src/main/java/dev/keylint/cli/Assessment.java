package dev.keylint.cli;

import dev.keylint.check.Engine;
import dev.keylint.finding.Finding;
import dev.keylint.finding.ScanSummary;
import dev.keylint.finding.Silenced;
import dev.keylint.finding.Trace;
import dev.keylint.plan.Interest;
import dev.keylint.report.Redaction;
import dev.keylint.rule.Rule;
import dev.keylint.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the rules say about all that a command read, before anybody reports it.
///
/// @param given role assignments, by deployment and what they give
record Assessment(
    List<Finding> findings,
    List<Diagnostic> diagnostics,
    ScanSummary summary,
    List<Trace> traces,
    Map<String, EqualAssignments.Given> given,
    Redaction redaction) {
  Assessment {
    findings = List.copyOf(findings);
    diagnostics = List.copyOf(diagnostics);
    traces = List.copyOf(traces);
    given = Map.copyOf(given);
  }

  /// Judges each estate, counts it and forgets it.
  ///
  /// @param known the rules that there are besides those that are asked
  static Assessment of(List<Rule> rules, List<Rule> known, Engine engine, Input input) {
    Tally tally = new Tally(rules, input);
    input.estates().map(it -> Judged.of(it, engine)).forEachOrdered(tally::add);
    Silenced silenced = Silenced.of(tally.findings(), input.silences(), ids(rules), ids(known));
    Redaction redaction = tally.redaction();
    List<Finding> findings = TellingFixes.refused(silenced.findings(), redaction);
    List<Diagnostic> diagnostics = new ArrayList<>(tally.diagnostics());
    diagnostics.addAll(silenced.unused());
    diagnostics.addAll(input.estates().notes());
    diagnostics.addAll(LostSources.of(findings, diagnostics));
    return new Assessment(
        findings,
        diagnostics,
        ScanSummary.of(tally.coverage(findings.size(), diagnostics), findings, diagnostics),
        tally.traces(),
        tally.given(),
        redaction);
  }

  private static List<String> ids(List<Rule> rules) {
    return rules.stream().map(Rule::id).toList();
  }

  /// What the rules of an engine look at.
  static Interest interest(Engine engine) {
    return Interest.in(
        engine.types().stream().map(Interest::top).collect(Collectors.toSet()),
        engine::looksAt,
        engine::evidence);
  }
}
