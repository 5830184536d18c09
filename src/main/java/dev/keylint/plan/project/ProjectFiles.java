package dev.keylint.plan.project;

import dev.keylint.module.Lookup;
import dev.keylint.module.TextFile;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.script.PipelineFiles;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.yaml.YamlFile;
import dev.keylint.yaml.YamlNode;
import dev.keylint.yaml.YamlReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads project files: a stranger's words, of which only names of files within the roots count.
public final class ProjectFiles {
  /// Larger ones are not read; real ones have some kilobytes.
  private static final int MAX_CHARACTERS = 1 << 20;

  private ProjectFiles() {}

  /// What a file says, with what is wrong in it.
  public static Project read(Workspace workspace, WorkspaceFile file) {
    Location whole = new Location.WholeFile(file.shown());
    Project.Tool tool = Project.Tool.of(file);
    return switch (workspace.text(file, whole)) {
      case Lookup.Found<TextFile>(TextFile text) when text.text().length() <= MAX_CHARACTERS -> {
        YamlFile yaml = YamlReader.readData(text.source());
        yield yaml.root()
            .map(root -> read(workspace, file, tool, root, yaml.diagnostics()))
            .orElseGet(() -> Project.empty(file, PipelineFiles.broken(yaml.diagnostics())));
      }
      case Lookup.Found<TextFile> _ -> {
        String message = "the project file is larger than " + MAX_CHARACTERS + " characters";
        Diagnostic large = Diagnostic.of(Diagnostic.Kind.LIMIT, message, whole);
        yield Project.empty(file, List.of(large));
      }
      case Lookup.NotFound<TextFile>(Diagnostic why) -> Project.empty(file, notes(List.of(why)));
    };
  }

  /// The projects in a folder, if that is scanned.
  public static List<WorkspaceFile> of(Workspace workspace, Path folder) {
    return Project.NAMES.stream()
        .flatMap(name -> workspace.scanned(folder.resolve(name)).stream())
        .toList();
  }

  private static Project read(
      Workspace workspace,
      WorkspaceFile file,
      Project.Tool tool,
      YamlNode root,
      List<Diagnostic> found) {
    Paths paths = new Paths(workspace, file);
    return switch (tool) {
      case AZD -> new AzdProject(paths, root, notes(found)).read();
      case TEAMS_TOOLKIT -> new TeamsProject(paths, root, notes(found)).read();
    };
  }

  /// That a project deploys more templates than are looked at.
  static Diagnostic tooMany(int most, Location at) {
    String message = "more than " + most + " templates of one project: the rest is not looked at";
    return Diagnostic.of(Diagnostic.Kind.LIMIT, message, at);
  }

  private static List<Diagnostic> notes(List<Diagnostic> found) {
    return found.stream().map(PipelineFiles::harmless).toList();
  }

  /// The files that a project names by paths relative to its own folder.
  record Paths(Workspace workspace, WorkspaceFile project) {
    Optional<WorkspaceFile> file(String path) {
      return lookup(path, new Location.WholeFile(project.shown()))
              instanceof Lookup.Found<WorkspaceFile>(WorkspaceFile found)
          ? Optional.of(found)
          : Optional.empty();
    }

    Lookup<WorkspaceFile> lookup(String path, Location at) {
      return workspace.file(project, path, Diagnostic.Kind.NOTE, at);
    }
  }
}
