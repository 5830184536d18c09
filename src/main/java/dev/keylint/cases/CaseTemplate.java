package dev.keylint.cases;

import dev.keylint.eval.Evaluator;
import dev.keylint.eval.run.DeploymentContext;
import dev.keylint.eval.run.Limits;
import dev.keylint.eval.run.RoleNames;
import dev.keylint.module.ModuleResolver;
import dev.keylint.module.Workspace;
import dev.keylint.plan.LoweredDeployments;
import dev.keylint.plan.ScanPlan;
import dev.keylint.plan.ScanRequest;
import dev.keylint.plan.TemplateLoader;
import dev.keylint.resource.Estate;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A template with cases, expanded as a deployment without parameters.
///
/// @param files the template, and the module beside it
record CaseTemplate(List<Source> files, List<Estate> estates, List<Diagnostic> diagnostics) {
  private static final Pattern PUBLISHED = Pattern.compile("'?(br|ts)[:/].*", Pattern.DOTALL);

  CaseTemplate {
    files = List.copyOf(files);
    estates = List.copyOf(estates);
    diagnostics = List.copyOf(diagnostics);
  }

  static CaseTemplate expand(Path folder, List<Source> files) {
    Path root = folder.toAbsolutePath().normalize();
    Workspace workspace = Workspace.of(root);
    TemplateLoader loader =
        new TemplateLoader(workspace, new ModuleResolver(workspace, List.of(), List.of()));
    Path file = root.resolve(name(files.getFirst()));
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
    return new CaseTemplate(files, estates, diagnostics);
  }

  /// What is wrong with the file. A published module that is not here is a case as any other.
  List<String> faults() {
    return diagnostics.stream()
        .filter(it -> !isPublishedModule(it))
        .map(it -> prefix() + it)
        .distinct()
        .toList();
  }

  private static boolean isPublishedModule(Diagnostic diagnostic) {
    return diagnostic.kind() == Diagnostic.Kind.MISSING_MODULE
        && diagnostic.location() instanceof Location.InFile(var source, var span)
        && PUBLISHED.matcher(source.text().substring(span.start(), span.end())).matches();
  }

  /// The line of a place in one of the files, which the workspace calls by their names.
  Line line(Location at) {
    return at instanceof Location.InFile it
        ? files.stream()
            .filter(file -> name(file).equals(it.source().path()))
            .findFirst()
            .map(file -> new Line(file.path(), it.start().line()))
            .orElse(Line.ELSEWHERE)
        : Line.ELSEWHERE;
  }

  private String prefix() {
    String path = files.getFirst().path();
    return path.substring(0, path.length() - name(files.getFirst()).length());
  }

  private static String name(Source file) {
    return file.path().substring(file.path().lastIndexOf('/') + 1);
  }
}
