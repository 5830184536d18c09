package dev.keylint.plan;

import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.project.Project;
import dev.keylint.text.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/// What lies beside the templates of a scan and belongs to what they deploy.
///
/// @param scripts of hooks and pipelines
/// @param workflows of Logic Apps that are deployed as files
/// @param objects of Search that are files
/// @param diagnostics what of these could not be read
public record Beside(
    ScriptsBeside scripts,
    List<AppWorkflows.App> workflows,
    List<SearchFiles.Found> objects,
    List<Diagnostic> diagnostics) {
  public Beside {
    objects = List.copyOf(objects);
    workflows = List.copyOf(workflows);
    diagnostics = List.copyOf(diagnostics);
  }

  /// @param reads whether scripts are asked for
  /// @param templates that may declare the apps
  static Beside of(
      Workspace workspace,
      ScannedFiles files,
      List<Project> projects,
      boolean reads,
      List<WorkspaceFile> templates) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    ScriptsBeside scripts =
        reads ? ScriptsBeside.of(workspace, files, projects, diagnostics) : ScriptsBeside.none();
    List<AppWorkflows.App> workflows = AppWorkflows.of(workspace, files, templates, diagnostics);
    List<SearchFiles.Found> objects = SearchFiles.of(workspace, files, diagnostics);
    return new Beside(scripts, workflows, objects, diagnostics);
  }
}
