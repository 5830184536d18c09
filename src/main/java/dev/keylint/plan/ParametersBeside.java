package dev.keylint.plan;

import dev.keylint.module.FolderListings;
import dev.keylint.module.Lookup;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The parameter files that lie beside templates which the user named: a template is judged with
/// the values that it is deployed with, also when its folder is not scanned.
///
/// @param named the files that the user named
record ParametersBeside(Workspace workspace, TemplateLoader loader, Set<WorkspaceFile> named) {
  /// Those that say that they are for one of the templates, or are called after it; none when the
  /// user named one.
  List<WorkspaceFile> find() {
    if (named.stream().anyMatch(this::holdsParameters)) {
      return List.of();
    }
    FolderListings listings = new FolderListings(workspace);
    return named.stream()
        .sorted(Comparator.comparing(WorkspaceFile::shown))
        .flatMap(template -> beside(template, listings))
        .distinct()
        .toList();
  }

  private Stream<WorkspaceFile> beside(WorkspaceFile template, FolderListings listings) {
    Location at = new Location.WholeFile(template.shown());
    if (!(listings.of(template, ".", at) instanceof Lookup.Found<List<String>>(var names))) {
      return Stream.empty();
    }
    Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    all.addAll(names);
    return names.stream()
        .filter(name -> isBicep(name) || isCalledAfter(template, name, all))
        .flatMap(name -> file(template, name, at))
        .filter(file -> isBicep(file.name()) ? isUsedBy(file, template) : holdsParameters(file));
  }

  private static boolean isBicep(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".bicepparam");
  }

  /// The longest beginning of its name that a template has counts; one that no template has is for
  /// the only one that there is.
  private static boolean isCalledAfter(WorkspaceFile template, String name, Set<String> all) {
    List<String> stems = ParameterPairing.stems(name);
    boolean alone = all.stream().filter(it -> it.endsWith(".bicep")).count() == 1;
    return name.toLowerCase(Locale.ROOT).endsWith(".json")
        && stems.stream()
            .filter(stem -> all.contains(stem + ".bicep") || all.contains(stem + ".json"))
            .findFirst()
            .map(ParameterPairing.stem(template)::equals)
            .orElse(!stems.isEmpty() && alone && template.name().endsWith(".bicep"));
  }

  private Stream<WorkspaceFile> file(WorkspaceFile template, String name, Location at) {
    return workspace.file(template, name, Kind.NOTE, at)
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
