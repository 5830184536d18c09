package dev.keylint.plan.script;

import dev.keylint.module.FileSearch;
import dev.keylint.module.Lookup;
import dev.keylint.module.TextFile;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import dev.keylint.yaml.YamlFile;
import dev.keylint.yaml.YamlNode;
import dev.keylint.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the files of pipelines by their names and reads them.
public final class PipelineFiles {
  private static final String WORKFLOWS = ".github/workflows/";

  /// Folders that pipelines of Azure DevOps are kept in, with those of azd.
  private static final Set<String> FOLDERS =
      Set.of(
          "pipelines",
          ".pipelines",
          "azure-pipelines",
          ".azure-pipelines",
          ".azuredevops",
          ".azdo",
          ".ado");

  /// Folders of a repository that a pipeline may lie in and that is not what it is about.
  private static final Set<String> APART =
      Set.of("ci", ".ci", "cicd", "build", ".build", "devops", ".devops", "eng", "deploy");

  private static final List<String> NAMES =
      List.of(
          "azure-pipelines.yml",
          "azure-pipelines.yaml",
          "azure-pipeline.yml",
          "azure-pipeline.yaml");

  private static final int MAX_CHARACTERS = 1 << 20;

  private PipelineFiles() {}

  /// Whether a file is one by its path.
  public static boolean isPipeline(String path) {
    String lower = path.toLowerCase(Locale.ROOT).replace('\\', '/');
    return (lower.endsWith(".yml") || lower.endsWith(".yaml"))
        && (isWorkflow(lower) || isNamedPipeline(lower) || folder(lower).isPresent());
  }

  private static boolean isWorkflow(String path) {
    int start = path.lastIndexOf(WORKFLOWS);
    return start >= 0
        && (start == 0 || path.charAt(start - 1) == '/')
        && path.indexOf('/', start + WORKFLOWS.length()) < 0;
  }

  private static boolean isNamedPipeline(String path) {
    return path.substring(path.lastIndexOf('/') + 1).startsWith("azure-pipeline");
  }

  /// The folder that the outermost folder of pipelines lies in, with `/` at its end or empty.
  private static Optional<String> folder(String path) {
    int from = 0;
    for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
      if (FOLDERS.contains(path.substring(from, at).toLowerCase(Locale.ROOT))) {
        return Optional.of(path.substring(0, from));
      }
      from = at + 1;
    }
    return Optional.empty();
  }

  /// The pipelines that a folder is about, where these lie by custom.
  public static List<WorkspaceFile> of(Workspace workspace, Path folder) {
    List<WorkspaceFile> found = new ArrayList<>();
    NAMES.forEach(name -> workspace.scanned(folder.resolve(name)).ifPresent(found::add));
    Stream.concat(Stream.of(WORKFLOWS), FOLDERS.stream())
        .map(folder::resolve)
        .forEach(it ->
            found.addAll(FileSearch.inside(workspace, it, file -> isPipeline(file.toString()))));
    return found;
  }

  /// What a file runs, with what is wrong in it.
  public static Pipeline read(Workspace workspace, WorkspaceFile file) {
    String root = root(file.shown());
    Location whole = new Location.WholeFile(file.shown());
    List<Diagnostic> diagnostics = new ArrayList<>();
    switch (workspace.text(file, whole)) {
      case Lookup.Found<TextFile>(TextFile text) when text.text().length() <= MAX_CHARACTERS -> {
        YamlFile yaml = YamlReader.readData(text.source());
        boolean isWorkflow = isWorkflow(file.shown().toLowerCase(Locale.ROOT));
        Optional<YamlNode> read = yaml.root().filter(it -> isWorkflow || AzurePipeline.is(it));
        if (yaml.root().isEmpty() && (isWorkflow || isNamedPipeline(file.name()))) {
          diagnostics.addAll(broken(yaml.diagnostics()));
        } else if (yaml.root().isEmpty() || read.isPresent()) {
          notes(yaml.diagnostics(), diagnostics);
        }
        ScriptReader reader = new ScriptReader(workspace, file, diagnostics);
        List<Script> scripts =
            read.map(it ->
                    isWorkflow
                        ? GitHubWorkflow.of(it, reader)
                        : AzurePipeline.of(it, reader, List.of(up(file.shown(), root))))
                .orElse(List.of());
        return new Pipeline(file, root, read.isPresent(), scripts, diagnostics);
      }
      case Lookup.Found<TextFile> _ -> {
        String message = "the pipeline is larger than " + MAX_CHARACTERS + " characters";
        diagnostics.add(Diagnostic.of(Kind.LIMIT, message, whole));
      }
      case Lookup.NotFound<TextFile>(Diagnostic why) -> notes(List.of(why), diagnostics);
    }
    return new Pipeline(file, root, false, List.of(), diagnostics);
  }

  /// What is wrong in a file of which nothing could be read: what it deploys or runs stays unseen.
  public static List<Diagnostic> broken(List<Diagnostic> found) {
    return found.stream()
        .map(it -> it.help().isPresent() ? it : it.help("mend it: nothing of the file is read"))
        .toList();
  }

  private static void notes(List<Diagnostic> found, List<Diagnostic> to) {
    found.stream().map(PipelineFiles::harmless).forEach(to::add);
  }

  /// What is wrong in a file that only helps loses no template, as its own tool refuses it too;
  /// what is only too much for us may be lost.
  public static Diagnostic harmless(Diagnostic it) {
    return it.kind() == Kind.LIMIT
        ? it
        : new Diagnostic(Kind.NOTE, it.message(), it.help(), it.location());
  }

  private static String root(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    return isWorkflow(lower)
        ? path.substring(0, lower.lastIndexOf(WORKFLOWS))
        : folder(path).orElseGet(() -> around(path));
  }

  /// The folder of a file, without those at its end that are kept apart.
  private static String around(String path) {
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    while (!folder.isEmpty()) {
      int start = folder.lastIndexOf('/', folder.length() - 2) + 1;
      String name = folder.substring(start, folder.length() - 1).toLowerCase(Locale.ROOT);
      if (!APART.contains(name)) {
        return folder;
      }
      folder = folder.substring(0, start);
    }
    return folder;
  }

  /// The way from a file's folder up to a folder around it.
  private static String up(String path, String folder) {
    int steps = (int) path.substring(folder.length()).chars().filter(c -> c == '/').count();
    return "../".repeat(steps);
  }
}
