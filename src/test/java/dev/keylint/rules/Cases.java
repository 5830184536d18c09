package dev.keylint.rules;

import dev.keylint.check.Engine;
import dev.keylint.eval.Evaluator;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.eval.run.RoleNames;
import dev.keylint.finding.Finding;
import dev.keylint.finding.Outcome;
import dev.keylint.module.ModuleResolver;
import dev.keylint.module.Workspace;
import dev.keylint.plan.LoweredDeployments;
import dev.keylint.plan.ScanPlan;
import dev.keylint.plan.ScanRequest;
import dev.keylint.plan.TemplateLoader;
import dev.keylint.resource.Estate;
import dev.keylint.rule.Rule;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/// A file with cases, expanded, and its annotations.
///
/// @param line the line of a place in the file; 0 for a place elsewhere
record Cases(
    Source source,
    Annotations annotations,
    List<Estate> estates,
    List<Diagnostic> diagnostics,
    ToIntFunction<Location> line) {

  /// The cases of a template, which is evaluated without parameters.
  static Cases template(Path folder, Source source, String rule) {
    Workspace workspace = Workspace.of(folder);
    TemplateLoader loader =
        new TemplateLoader(workspace, new ModuleResolver(workspace, List.of(), List.of()));
    Path file = folder.resolve(Path.of(source.path()).getFileName());
    ScanPlan plan = ScanPlan.of(workspace, loader, ScanRequest.of(List.of(file)));
    LoweredDeployments deployments = new LoweredDeployments(loader, plan.deployments());
    List<Diagnostic> diagnostics = new ArrayList<>(plan.diagnostics());
    Evaluator evaluator = new Evaluator(RoleNames.NONE);
    List<Estate> estates =
        plan.deployments().stream()
            .map(planned ->
                deployments.with(
                    planned,
                    it -> {
                      diagnostics.addAll(it.diagnostics());
                      return evaluator.expand(
                          it.template(), it.parameters(), DeploymentContext.NONE, Limits.DEFAULT);
                    }))
            .toList();
    estates.forEach(it -> diagnostics.addAll(it.diagnostics()));
    return new Cases(
        source,
        Annotations.read(source, rule),
        estates,
        diagnostics,
        at ->
            at instanceof Location.InFile it
                    && Path.of(it.source().path()).getFileName().equals(file.getFileName())
                ? it.start().line()
                : 0);
  }

  /// The cases of bodies that Azure returned, all in one estate.
  static Cases live(Source source, String rule) {
    LiveBodies bodies = LiveBodies.read(source);
    return new Cases(
        source,
        Annotations.read(source, rule),
        List.of(bodies.estate()),
        bodies.estate().diagnostics(),
        bodies::line);
  }

  /// Where this rule says something else than the annotations.
  List<String> mismatches(Rule rule) {
    List<Answer> answers = new ArrayList<>();
    for (Finding finding : Engine.run(List.of(rule), estates)) {
      int at = line.applyAsInt(finding.at());
      String words = words(finding);
      String message = at > 0 ? words : finding.at() + ": " + words;
      switch (finding.outcome()) {
        case Outcome.Pass _ -> {}
        case Outcome.Fail _ -> answers.add(new Answer(Answer.Kind.FAIL, at, message));
        case Outcome.Open _ -> answers.add(new Answer(Answer.Kind.OPEN, at, message));
      }
    }
    return Mismatches.of(source.path(), annotations.all(), answers);
  }

  boolean has(Annotation.Kind kind) {
    return annotations.all().stream().anyMatch(it -> it.kind() == kind);
  }

  /// What is said, and of an open verdict why.
  private static String words(Finding finding) {
    return finding.outcome() instanceof Outcome.Open(var because)
        ? finding.message() + " " + because.stream().map(Outcome.Cause::text).toList()
        : finding.message();
  }
}
