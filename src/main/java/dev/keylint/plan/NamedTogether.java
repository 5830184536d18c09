package dev.keylint.plan;

import dev.keylint.module.FolderListings;
import dev.keylint.module.Lookup;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.plan.project.Project;
import dev.keylint.plan.project.ProjectFiles;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Lazy;
import dev.keylint.text.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What lies beside files that the user named and belongs to them: a template is judged with the
/// values that it is deployed with, also when its folder is not scanned.
///
/// @param named the files that the user named
record NamedTogether(Workspace workspace, TemplateLoader loader, Set<WorkspaceFile> named) {
  /// Of templates the parameter files that say that they are for them, or are called after them;
  /// none when the user named one. Of parameter files that are named alone the templates that they
  /// are called after. Of project files what they deploy, with the parameter files that they take.
  ///
  /// @param values whether parameter files are wanted that nobody named, and projects count
  List<WorkspaceFile> find(boolean values) {
    Map<Boolean, List<WorkspaceFile>> all =
        named.stream()
            .sorted(Comparator.comparing(WorkspaceFile::shown))
            .collect(Collectors.partitioningBy(Project::isProject));
    List<WorkspaceFile> projects = values ? all.getOrDefault(true, List.of()) : List.of();
    return Stream.concat(
            projects.stream().flatMap(this::deployed),
            beside(all.getOrDefault(false, List.of()), values).stream())
        .distinct()
        .toList();
  }

  private Stream<WorkspaceFile> deployed(WorkspaceFile project) {
    return ProjectFiles.read(workspace, project).steps().stream()
        .flatMap(step ->
            Stream.of(
                Evidence.template(step, loader), step.bicepParameters().or(step::jsonParameters)))
        .flatMap(Optional::stream);
  }

  private List<WorkspaceFile> beside(List<WorkspaceFile> all, boolean values) {
    FolderListings listings = new FolderListings(workspace);
    if (all.stream().allMatch(this::holdsParameters)) {
      return all.stream().flatMap(it -> template(it, listings)).distinct().toList();
    }
    return values && all.stream().noneMatch(this::holdsParameters)
        ? all.stream().flatMap(it -> values(it, listings)).distinct().toList()
        : List.of();
  }

  /// A Bicep parameter file says its template itself.
  private Stream<WorkspaceFile> template(WorkspaceFile values, FolderListings listings) {
    List<String> beside = isBicep(values.name()) ? List.of() : beside(values, listings);
    return ParameterPairing.stems(values.name()).stream()
        .flatMap(stem -> Stream.of(stem + ".bicep", stem + ".json"))
        .flatMap(name -> beside.stream().filter(name::equalsIgnoreCase))
        .flatMap(name -> file(values, name))
        .limit(1);
  }

  private Stream<WorkspaceFile> values(WorkspaceFile template, FolderListings listings) {
    Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    all.addAll(beside(template, listings));
    Lazy<Boolean> alone = new Lazy<>(() -> isAlone(template, all));
    return all.stream()
        .filter(name -> isBicep(name) || isCalledAfter(template, name, all, alone))
        .flatMap(name -> file(template, name))
        .filter(file -> isBicep(file.name()) ? isUsedBy(file, template) : holdsParameters(file));
  }

  private static List<String> beside(WorkspaceFile file, FolderListings listings) {
    Location at = new Location.WholeFile(file.shown());
    return listings.of(file, ".", at) instanceof Lookup.Found<List<String>>(var names)
        ? names
        : List.of();
  }

  private static boolean isBicep(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".bicepparam");
  }

  /// The longest beginning of its name that a template has counts; a file that is called after none
  /// is for the only one that there is.
  private static boolean isCalledAfter(
      WorkspaceFile template, String name, Set<String> all, Lazy<Boolean> alone) {
    return name.toLowerCase(Locale.ROOT).endsWith(".json")
        && ParameterPairing.stems(name).stream()
            .filter(stem -> all.contains(stem + ".bicep") || all.contains(stem + ".json"))
            .findFirst()
            .map(ParameterPairing.stem(template)::equals)
            .orElseGet(alone);
  }

  /// Whether the other templates beside it are parts of it, or made of it.
  private boolean isAlone(WorkspaceFile template, Set<String> all) {
    Set<WorkspaceFile> parts = loader.needs(template);
    return template.name().endsWith(".bicep")
        && all.stream()
            .filter(name -> name.endsWith(".bicep") || name.endsWith(".json"))
            .flatMap(name -> file(template, name))
            .filter(file -> !parts.contains(file))
            .noneMatch(this::isTemplate);
  }

  private boolean isTemplate(WorkspaceFile file) {
    return loader.facts(file) instanceof Lookup.Found<FileFacts>(var facts)
        && facts.kind().isTemplate()
        && !facts.isCompiled();
  }

  private Stream<WorkspaceFile> file(WorkspaceFile beside, String name) {
    Location at = new Location.WholeFile(beside.shown());
    return workspace.file(beside, name, Kind.NOTE, at)
            instanceof Lookup.Found<WorkspaceFile>(var found)
        ? Stream.of(found)
        : Stream.empty();
  }

  private boolean isUsedBy(WorkspaceFile values, WorkspaceFile template) {
    return ParameterPairing.using(loader, values).filter(template::equals).isPresent();
  }

  private boolean holdsParameters(WorkspaceFile file) {
    return loader.facts(file) instanceof Lookup.Found<FileFacts>(var facts)
        && (facts.kind() == FileFacts.Kind.BICEP_PARAMETERS
            || facts.kind() == FileFacts.Kind.ARM_PARAMETERS);
  }
}
