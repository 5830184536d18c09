package dev.keylint.plan.project;

import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.script.Script;
import dev.keylint.text.Diagnostic;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What one project file says of deployments.
///
/// @param steps the deployments whose templates are here, in order
/// @param layered whether the outputs of each are variables of those behind it
/// @param scripts what runs before or after them
/// @param connections what it makes without a template
/// @param diagnostics what could not be read, and templates that are made elsewhere
public record Project(
    WorkspaceFile file,
    Tool tool,
    List<Step> steps,
    boolean layered,
    List<Script> scripts,
    List<Connection> connections,
    List<Diagnostic> diagnostics) {
  /// The names of project files, in lower case.
  public static final Set<String> NAMES =
      Set.of(
          "azure.yaml",
          "azure.yml",
          "teamsapp.yml",
          "teamsapp.local.yml",
          "m365agents.yml",
          "m365agents.local.yml");

  private static final Map<String, Tool> TOOLS =
      Map.of("azure.yaml", Tool.AZD, "azure.yml", Tool.AZD);

  public Project {
    steps = List.copyOf(steps);
    scripts = List.copyOf(scripts);
    connections = List.copyOf(connections);
    diagnostics = List.copyOf(diagnostics);
  }

  /// A file that says nothing.
  static Project empty(WorkspaceFile file, List<Diagnostic> diagnostics) {
    return new Project(file, Tool.of(file), List.of(), false, List.of(), List.of(), diagnostics);
  }

  /// Whose file it is.
  public enum Tool {
    AZD,
    TEAMS_TOOLKIT;

    /// What reads the file of a project.
    static Tool of(WorkspaceFile file) {
      return TOOLS.getOrDefault(file.name().toLowerCase(Locale.ROOT), TEAMS_TOOLKIT);
    }
  }

  /// Whether a file is one by its name.
  public static boolean isProject(WorkspaceFile file) {
    return NAMES.contains(file.name().toLowerCase(Locale.ROOT));
  }
}
