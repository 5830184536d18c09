package dev.keylint.plan;

import dev.keylint.module.FileSearch;
import dev.keylint.module.Lookup;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.project.Project;
import dev.keylint.plan.project.ProjectFiles;
import dev.keylint.plan.script.PipelineFiles;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files of a scan by what they are; each list is sorted by path.
///
/// @param templates Bicep and ARM templates
/// @param parameters parameter files of both languages
/// @param named what the user named by its own path
/// @param projects files that say which templates are deployed, those above what is scanned among
///   them
/// @param pipelines files of pipelines, likewise
/// @param workflows of Logic Apps Standard
/// @param objects what may be an object of Azure AI Search
/// @param above what of these was not asked for
record ScannedFiles(
    List<WorkspaceFile> templates,
    List<WorkspaceFile> parameters,
    Set<WorkspaceFile> named,
    List<WorkspaceFile> projects,
    List<WorkspaceFile> pipelines,
    List<WorkspaceFile> workflows,
    List<WorkspaceFile> objects,
    Set<WorkspaceFile> above,
    List<Diagnostic> diagnostics) {
  static final Set<String> EXTENSIONS = Set.of(".bicep", ".bicepparam", ".json", ".jsonc");

  private static final String NO_TEMPLATE = "this is neither a template nor a parameter file";

  private static final Predicate<Path> SEARCHED =
      FileSearch.ending(
              Stream.concat(EXTENSIONS.stream(), Project.NAMES.stream())
                  .collect(Collectors.toUnmodifiableSet()))
          .or(path -> PipelineFiles.isPipeline(path.toString()));

  ScannedFiles {
    templates = List.copyOf(templates);
    parameters = List.copyOf(parameters);
    named = Set.copyOf(named);
    projects = List.copyOf(projects);
    pipelines = List.copyOf(pipelines);
    workflows = List.copyOf(workflows);
    objects = List.copyOf(objects);
    above = Set.copyOf(above);
    diagnostics = List.copyOf(diagnostics);
  }

  /// Finds and reads everything that a request names.
  static ScannedFiles of(Workspace workspace, TemplateLoader loader, ScanRequest request) {
    Set<WorkspaceFile> named = new HashSet<>();
    Set<WorkspaceFile> all = new LinkedHashSet<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    List<FileSearch.Result> folders = new ArrayList<>();
    List<Path> paths = new ArrayList<>(request.paths());
    for (Path path : paths) {
      FileSearch.Result found = FileSearch.at(workspace, path, SEARCHED);
      all.addAll(found.files());
      diagnostics.addAll(found.diagnostics());
      if (found.isFolder()) {
        folders.add(found);
      } else {
        named.addAll(found.files());
      }
    }
    Set<WorkspaceFile> values = values(workspace, loader, request, diagnostics);
    all.addAll(values);
    named.addAll(values);
    if (request.parameterFiles().isEmpty()) {
      all.addAll(new NamedTogether(workspace, loader, named).find(request.projects()));
    }
    Set<WorkspaceFile> beside = new LinkedHashSet<>();
    all.stream().filter(ScannedFiles::isBeside).forEach(beside::add);
    if (!request.projects()) {
      beside.stream().filter(named::contains).forEach(it -> diagnostics.add(apart(it)));
    }
    paths.addAll(request.parameterFiles());
    Set<WorkspaceFile> above = above(workspace, paths);
    above.removeAll(beside);
    beside.addAll(above);
    // What is no project by its whole name was only found by its end.
    all.removeIf(file -> beside.contains(file) || (!named.contains(file) && isYaml(file)));
    // Parsing is most of the work and needs no order.
    all.parallelStream().forEach(file -> look(file, loader));
    return classify(all, named, loader, diagnostics).with(beside, above, folders);
  }

  /// The same with what lies beside them.
  private ScannedFiles with(
      Set<WorkspaceFile> beside, Set<WorkspaceFile> around, List<FileSearch.Result> folders) {
    return new ScannedFiles(
        templates,
        parameters,
        named,
        sorted(beside, Project::isProject),
        sorted(beside, file -> !Project.isProject(file)),
        workflows,
        objects,
        around,
        withNotes(folders));
  }

  /// The parameter files that the user names as such; of what is none that is said.
  private static Set<WorkspaceFile> values(
      Workspace workspace,
      TemplateLoader loader,
      ScanRequest request,
      List<Diagnostic> diagnostics) {
    Set<WorkspaceFile> values = new LinkedHashSet<>();
    for (Path path : request.parameterFiles()) {
      FileSearch.Result found = FileSearch.at(workspace, path, SEARCHED);
      diagnostics.addAll(found.diagnostics());
      for (WorkspaceFile file : found.files()) {
        if (loader.facts(file) instanceof Lookup.Found<FileFacts>(var facts)
            && facts.kind() != FileFacts.Kind.BICEP_PARAMETERS
            && facts.kind() != FileFacts.Kind.ARM_PARAMETERS) {
          Location whole = new Location.WholeFile(file.shown());
          diagnostics.add(Diagnostic.of(Kind.UNREADABLE, "this is no parameter file", whole));
        } else {
          values.add(file);
        }
      }
    }
    return values;
  }

  /// What lies beside these paths in the folders around them, up to the roots.
  private static Set<WorkspaceFile> above(Workspace workspace, List<Path> paths) {
    Set<Path> folders = new LinkedHashSet<>();
    for (Path path : paths) {
      Path folder = path.getParent();
      while (folder != null && folders.add(folder)) {
        folder = folder.getParent();
      }
    }
    Set<WorkspaceFile> above = new HashSet<>();
    for (Path folder : folders) {
      above.addAll(ProjectFiles.of(workspace, folder));
      above.addAll(PipelineFiles.of(workspace, folder));
    }
    return above;
  }

  private static boolean isBeside(WorkspaceFile file) {
    return Project.isProject(file) || PipelineFiles.isPipeline(file.shown());
  }

  private static List<WorkspaceFile> sorted(
      Set<WorkspaceFile> files, Predicate<WorkspaceFile> which) {
    return files.stream().filter(which).sorted(Comparator.comparing(WorkspaceFile::shown)).toList();
  }

  /// A folder may be empty by mistake: a wrong path, a checkout that did not happen.
  private List<Diagnostic> withNotes(List<FileSearch.Result> folders) {
    if (diagnostics.stream().anyMatch(it -> it.kind().incomplete())) {
      return diagnostics;
    }
    List<Diagnostic> notes = new ArrayList<>(diagnostics);
    for (FileSearch.Result folder : folders) {
      if (folder.files().stream().noneMatch(this::isJudged)) {
        String message = "there is no template (.bicep or .json) in this folder or below it";
        notes.add(Diagnostic.of(Kind.UNCHECKED, message, new Location.WholeFile(folder.shown())));
      }
    }
    return notes;
  }

  /// Whether something is made of a file by itself.
  private boolean isJudged(WorkspaceFile file) {
    return templates.contains(file) || workflows.contains(file) || objects.contains(file);
  }

  private static boolean isYaml(WorkspaceFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  /// What the compiler wrote is mostly scanned by its source and not looked at again.
  private static void look(WorkspaceFile file, TemplateLoader loader) {
    if (loader.facts(file) instanceof Lookup.Found<FileFacts>(var facts) && facts.isCompiled()) {
      loader.drop(file);
    }
  }

  /// The same with those parameter files alone that the user named.
  ScannedFiles withNamedParameters() {
    return new ScannedFiles(
        templates,
        parameters.stream().filter(named::contains).toList(),
        named,
        projects,
        pipelines,
        workflows,
        objects,
        above,
        diagnostics);
  }

  private static ScannedFiles classify(
      Set<WorkspaceFile> all,
      Set<WorkspaceFile> named,
      TemplateLoader loader,
      List<Diagnostic> diagnostics) {
    List<WorkspaceFile> templates = new ArrayList<>();
    List<WorkspaceFile> parameters = new ArrayList<>();
    List<WorkspaceFile> workflows = new ArrayList<>();
    List<WorkspaceFile> objects = new ArrayList<>();
    for (WorkspaceFile file :
        all.stream().sorted(Comparator.comparing(WorkspaceFile::shown)).toList()) {
      boolean isNamed = named.contains(file);
      switch (loader.facts(file)) {
        case Lookup.Found<FileFacts>(var facts) -> {
          diagnostics.addAll(said(file, facts));
          switch (facts.kind()) {
            case BICEP_TEMPLATE, ARM_TEMPLATE -> templates.add(file);
            case BICEP_PARAMETERS, ARM_PARAMETERS -> parameters.add(file);
            case SEARCH_OBJECT -> (AppWorkflows.isWorkflow(file) ? workflows : objects).add(file);
            case OTHER_JSON, OTHER -> {
              if (AppWorkflows.isWorkflow(file)) {
                workflows.add(file);
              } else {
                noTemplate(file, isNamed, diagnostics);
              }
            }
            case BROKEN_JSON -> {}
          }
        }
        case Lookup.NotFound<FileFacts>(var why) ->
            diagnostics.add(isNamed || isBicep(file) || !Workspace.isData(why) ? why : asNote(why));
      }
    }
    return new ScannedFiles(
        templates,
        parameters,
        named,
        List.of(),
        List.of(),
        workflows,
        objects,
        Set.of(),
        diagnostics);
  }

  private static List<Diagnostic> said(WorkspaceFile file, FileFacts facts) {
    List<Diagnostic> said = new ArrayList<>();
    if (facts.isEmpty()) {
      Location whole = new Location.WholeFile(file.shown());
      said.add(Diagnostic.of(Kind.NOTE, "the file is empty", whole));
    }
    facts.notes().forEach(it -> said.add(isBroken(file, facts) ? lost(it) : it));
    return said;
  }

  /// Other data may be broken as it likes.
  private static boolean isBroken(WorkspaceFile file, FileFacts facts) {
    return facts.kind() == FileFacts.Kind.BROKEN_JSON && AppWorkflows.isWorkflow(file);
  }

  private static Diagnostic lost(Diagnostic why) {
    return new Diagnostic(Kind.SYNTAX, why.message(), why.help(), why.location());
  }

  private static void noTemplate(
      WorkspaceFile file, boolean isNamed, List<Diagnostic> diagnostics) {
    if (isNamed) {
      diagnostics.add(
          Diagnostic.of(Kind.UNREADABLE, NO_TEMPLATE, new Location.WholeFile(file.shown())));
    }
  }

  /// Where what lies beside templates does not count, who names it means something else.
  private static Diagnostic apart(WorkspaceFile file) {
    Location whole = new Location.WholeFile(file.shown());
    Diagnostic none = Diagnostic.of(Kind.UNREADABLE, NO_TEMPLATE, whole);
    return Project.isProject(file)
        ? none.help("`keylint scan " + file.shown() + "` judges what it deploys")
        : none;
  }

  /// Data that happens to end in `.json` may well be huge or binary; no template of Azure is.
  private static Diagnostic asNote(Diagnostic why) {
    return new Diagnostic(Kind.NOTE, why.message(), why.help(), why.location());
  }

  static boolean isBicep(WorkspaceFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    return name.endsWith(".bicep") || name.endsWith(".bicepparam");
  }
}
