package dev.keylint.cli;

import dev.keylint.check.Engine;
import dev.keylint.check.TraceRequest;
import dev.keylint.finding.Finding;
import dev.keylint.finding.ScanSummary;
import dev.keylint.plan.Interest;
import dev.keylint.report.Redaction;
import dev.keylint.report.ReportInput;
import dev.keylint.rule.Profile;
import dev.keylint.rule.Rule;
import dev.keylint.text.Diagnostic;
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
  private final List<Rule> known;
  private final List<Rule> rules;
  private final Set<String> foreign;

  /// @throws Usage when a rule is wrong, or two reports would go to the same place
  Judging(Terminal terminal, Rules rules, ReportOptions options) {
    this.terminal = terminal;
    this.options = options;
    OutputSpec.checkApart(options.outputs(), terminal.folder());
    this.known = options.rules().load(rules, terminal);
    this.rules = options.profile().asked(known);
    this.foreign = options.rules().isEmpty() ? Set.of() : foreign(rules.builtIn().get());
  }

  private Set<String> foreign(List<Rule> builtIn) {
    Set<String> ids = known.stream().map(Rule::id).collect(Collectors.toSet());
    builtIn.forEach(rule -> ids.remove(rule.id()));
    return ids;
  }

  /// What the rules look at.
  Interest interest() {
    return Assessment.interest(new Engine(rules));
  }

  ExitCode judge(Input input) {
    return judge(input, Optional.empty());
  }

  /// @param trace the answers to explain, behind the reports
  /// @throws Usage when that names no rule, or nothing that the rule looks at
  ExitCode judge(Input input, Optional<TraceRequest> trace) {
    trace.ifPresent(this::check);
    Engine engine = new Engine(rules, trace, input.snapshot());
    Assessment assessment = Assessment.of(rules, known, engine, input);
    trace
        .filter(_ -> assessment.traces().isEmpty())
        .ifPresent(it -> nothing(it, engine.traceable(), assessment.redaction()));
    List<Finding> findings = fixes(assessment, input);
    ScanSummary summary = assessment.summary();
    ExitCode exit = exit(summary);
    ReportInput report =
        new ReportInput(
            Product.tool(foreign),
            new ReportInput.Run(
                options.category(),
                options.profile().profile().map(Profile::word),
                input.live(),
                Optional.of("https://portal.azure.com"),
                exit.code(),
                "",
                Optional.empty(),
                Optional.empty(),
                Map.of()),
            rules,
            findings,
            assessment.diagnostics(),
            summary,
            assessment.redaction());
    Outputs outputs = new Outputs(terminal);
    outputs.write(options.outputs(), report);
    if (trace.isPresent()) {
      outputs.trace(options.outputs(), assessment.traces(), report.redaction());
    }
    return exit;
  }

  /// With the edits of those fixes that hold, where a report shows them; nobody else pays for
  /// these.
  private List<Finding> fixes(Assessment assessment, Input input) {
    return options.outputs().stream().noneMatch(it -> it.format().showsFixes())
        ? assessment.findings()
        : new Offers(
                new Repairs.Rescan(
                    rules, known, new Engine(rules, Optional.empty(), input.snapshot()), input))
            .of(assessment);
  }

  private void check(TraceRequest trace) {
    String named = "--trace names the rule `" + trace.rule() + "`, which ";
    if (known.stream().noneMatch(rule -> rule.id().equalsIgnoreCase(trace.rule()))) {
      throw Usage.ofOptions(named + "there is not" + Rules.meant(trace.rule(), known));
    }
    if (rules.stream().noneMatch(rule -> rule.id().equalsIgnoreCase(trace.rule()))) {
      throw Usage.ofOptions(
          named
              + options
                  .profile()
                  .profile()
                  .map(it -> "is none of the profile `" + it.word() + "`")
                  .orElse("is asked with `--profile all` only"));
    }
  }

  private static void nothing(TraceRequest trace, List<String> names, Redaction redaction) {
    throw new Usage(
        redaction.text(
            "--trace names `"
                + trace.resource()
                + "`, and `"
                + trace.rule()
                + "` looked at nothing that is called so"
                + Meant.instead(trace.resource(), names, "it looked at")));
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
