package dev.keylint.plan;

import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.project.Project;
import dev.keylint.plan.project.Step;
import dev.keylint.plan.script.Pipeline;
import dev.keylint.plan.script.PipelineFiles;
import dev.keylint.plan.script.Script;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The scripts that run beside deployments, by the file that has them run.
///
/// Those of a project concern what it deploys, and what else lies nearer to it than to another
/// project; those of a pipeline concern all that is checked out with it.
public final class ScriptsBeside {
  private static final String UP = "../";

  private final List<Group> projects;
  private final List<Group> pipelines;

  private ScriptsBeside(List<Group> projects, List<Group> pipelines) {
    this.projects = List.copyOf(projects);
    this.pipelines = List.copyOf(pipelines);
  }

  /// The scripts of one file.
  ///
  /// @param file the file, as it is shown
  /// @param folder the folder that they concern, as it is shown
  /// @param deployed what they certainly concern, wherever it lies
  /// @param asked whether the file is one of those that the user asked for
  public record Group(
      String file,
      String folder,
      Set<WorkspaceFile> deployed,
      List<Script> scripts,
      boolean asked) {
    public Group {
      deployed = Set.copyOf(deployed);
      scripts = List.copyOf(scripts);
    }

    private Group here() {
      return new Group(
          file, folder, deployed, scripts.stream().filter(Script::isHere).toList(), asked);
    }

    /// Whether a file lies below the folder. One around the current folder is shown as `../`.
    private boolean holds(WorkspaceFile file) {
      return isAround()
          ? ups(file.folder()).length() <= folder.length()
          : file.folder().startsWith(folder);
    }

    /// Grows with the nearness to the files below.
    private int depth() {
      return isAround() ? -folder.length() : folder.length();
    }

    private boolean isAround() {
      return ups(folder).equals(folder);
    }

    private static String ups(String folder) {
      int end = 0;
      while (folder.startsWith(UP, end)) {
        end += UP.length();
      }
      return folder.substring(0, end);
    }

    /// Those scripts that may assign roles.
    private Stream<Script> assigning() {
      return scripts.stream().filter(Script::mayAssign);
    }
  }

  static ScriptsBeside of(
      Workspace workspace,
      ScannedFiles files,
      List<Project> projects,
      List<Diagnostic> diagnostics) {
    List<Group> byProject = new ArrayList<>();
    for (Project project : projects) {
      Set<WorkspaceFile> deployed = new HashSet<>();
      project.steps().stream().map(Step::template).flatMap(Optional::stream).forEach(deployed::add);
      WorkspaceFile file = project.file();
      boolean asked = !files.above().contains(file);
      byProject.add(new Group(file.shown(), file.folder(), deployed, project.scripts(), asked));
    }
    List<Group> byPipeline = new ArrayList<>();
    for (WorkspaceFile file : files.pipelines()) {
      Pipeline pipeline = PipelineFiles.read(workspace, file);
      diagnostics.addAll(pipeline.diagnostics());
      if (!pipeline.isOne() && files.named().contains(file)) {
        String message = "this is neither a template nor a pipeline that can be read";
        Location whole = new Location.WholeFile(file.shown());
        diagnostics.add(Diagnostic.of(Diagnostic.Kind.UNREADABLE, message, whole));
      }
      if (!pipeline.scripts().isEmpty()) {
        boolean asked = !files.above().contains(file);
        byPipeline.add(
            new Group(file.shown(), pipeline.folder(), Set.of(), pipeline.scripts(), asked));
      }
    }
    return new ScriptsBeside(byProject, byPipeline);
  }

  /// Nothing is known of scripts.
  static ScriptsBeside none() {
    return new ScriptsBeside(List.of(), List.of());
  }

  /// Those that the user asked about, as far as they are here.
  public List<Group> asked() {
    return Stream.concat(projects.stream(), pipelines.stream())
        .filter(Group::asked)
        .map(Group::here)
        .filter(it -> !it.scripts().isEmpty())
        .toList();
  }

  /// Those that may assign roles to what a template deploys.
  public List<Script> assigning(WorkspaceFile template) {
    Optional<String> nearest =
        projects.stream()
            .filter(it -> it.holds(template))
            .max(Comparator.comparingInt(Group::depth))
            .map(Group::folder);
    Stream<Group> hooks =
        projects.stream()
            .filter(it ->
                it.deployed().contains(template)
                    || nearest.filter(it.folder()::equals).isPresent());
    Stream<Group> steps = pipelines.stream().filter(it -> it.holds(template));
    return Stream.concat(hooks, steps).flatMap(Group::assigning).toList();
  }
}
