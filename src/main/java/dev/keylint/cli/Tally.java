package dev.keylint.cli;

import dev.keylint.check.Merger;
import dev.keylint.finding.Coverage;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Trace;
import dev.keylint.report.HiddenTexts;
import dev.keylint.report.Redaction;
import dev.keylint.rule.Rule;
import dev.keylint.text.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The sum of what was judged; it grows with what there is to report, not with what was scanned.
final class Tally {
  private final Input input;
  private final int rules;
  private final Merger merger;
  private final LeftOutFindings leftOut = new LeftOutFindings();
  private final AssignedElsewhere roles = new AssignedElsewhere();
  private final List<String> labels = new ArrayList<>();
  private final Set<String> files;
  private final Set<String> missing = new LinkedHashSet<>();
  private final Map<String, Integer> resources = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Set<String> secrets = new TreeSet<>();
  private final Set<String> valuesGiven = new TreeSet<>();
  private final Set<Diagnostic> notes;
  private final List<Trace> traces = new ArrayList<>();
  private final Map<String, EqualAssignments.Given> given = new TreeMap<>();
  private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

  Tally(List<Rule> rules, Input input) {
    this.input = input;
    this.rules = rules.size();
    this.merger = new Merger(rules);
    this.files = new TreeSet<>(input.files());
    this.notes = new LinkedHashSet<>(input.diagnostics());
    hide(input.hidden());
  }

  private void hide(HiddenTexts more) {
    secrets.addAll(more.secrets());
    valuesGiven.addAll(more.given());
  }

  void add(Judged judged) {
    merger.add(judged.answers());
    traces.addAll(judged.answers().traces());
    if (judged.deployed()) {
      labels.add(judged.label());
    }
    files.addAll(judged.files());
    missing.addAll(judged.missing());
    judged.resources().forEach((type, count) -> resources.merge(type, count, Integer::sum));
    hide(judged.hidden());
    notes.addAll(judged.notes());
    diagnostics.addAll(judged.diagnostics());
    leftOut.add(judged.leftOut());
    roles.add(judged.roles());
    judged
        .given()
        .forEach((what, all) -> given.merge(judged.label() + " " + what, all, (_, it) -> it));
  }

  /// Role assignments, by deployment and what they give.
  Map<String, EqualAssignments.Given> given() {
    return given;
  }

  List<Trace> traces() {
    return traces;
  }

  /// What was found, then what would be of that which is left out.
  List<Finding> findings() {
    return leftOut.with(roles.opened(merger.findings()));
  }

  /// What there is to say, none twice.
  List<Diagnostic> diagnostics() {
    Set<Diagnostic> all = new LinkedHashSet<>(notes);
    all.addAll(diagnostics);
    all.addAll(merger.diagnostics());
    return List.copyOf(all);
  }

  /// @param judged how many findings there are
  /// @param said all that was said in the end
  Coverage coverage(int judged, List<Diagnostic> said) {
    return new Coverage(
        files.size(),
        Coverage.notUnderstood(said),
        labels,
        Coverage.missing(missing, said),
        resources,
        rules,
        judged,
        leftOut.declarations(),
        input.units());
  }

  Redaction redaction() {
    return new Redaction(new HiddenTexts(secrets, valuesGiven), input.live());
  }
}
