package dev.keylint.plan;

import dev.keylint.module.Lookup;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The JSON templates that say that the compiler made them of the Bicep file beside them.
///
/// Anybody can write that, so those that speak of what rules look at are to be compared with their
/// source.
///
/// @param bySource those to compare
/// @param all every twin, compared or not
/// @param notes of those that need no comparing
record Twins(
    Map<WorkspaceFile, List<Twin>> bySource, Set<WorkspaceFile> all, List<Diagnostic> notes) {
  /// What the name of a twin ends in, the longest first: the compiler's older and newer form are
  /// often kept side by side.
  private static final List<String> ENDINGS = List.of(".symbolicnames.json", ".json");

  Twins {
    bySource = Map.copyOf(bySource);
    all = Set.copyOf(all);
    notes = List.copyOf(notes);
  }

  static Twins of(ScannedFiles files, TemplateLoader loader, Interest interest) {
    Map<String, WorkspaceFile> bicep = new HashMap<>();
    for (WorkspaceFile file : files.templates()) {
      if (file.name().toLowerCase(Locale.ROOT).endsWith(".bicep")) {
        bicep.put(key(file.shown()), file);
      }
    }
    Map<WorkspaceFile, WorkspaceFile> sources = new LinkedHashMap<>();
    Map<WorkspaceFile, List<Twin>> bySource = new LinkedHashMap<>();
    List<Diagnostic> notes = new ArrayList<>();
    for (WorkspaceFile file : files.templates()) {
      Optional<FileFacts> facts =
          facts(file, loader).filter(it -> it.isCompiled() && !files.named().contains(file));
      Optional<WorkspaceFile> source = facts.flatMap(_ -> source(file, bicep));
      source.ifPresent(from -> {
        sources.put(file, from);
        if (interest.meets(facts.map(FileFacts::mentions).orElse(Set.of()))) {
          bySource.computeIfAbsent(from, _ -> new ArrayList<>()).add(new Twin(file, from));
        } else {
          notes.add(PlannedDeployment.scannedInstead(file, from));
        }
      });
    }
    return new Twins(bySource, sources.keySet(), notes);
  }

  List<Twin> of(WorkspaceFile source) {
    return bySource.getOrDefault(source, List.of());
  }

  private static Optional<WorkspaceFile> source(
      WorkspaceFile file, Map<String, WorkspaceFile> bicep) {
    String path = key(file.shown());
    return ENDINGS.stream()
        .filter(path::endsWith)
        .map(ending -> path.substring(0, path.length() - ending.length()) + ".bicep")
        .flatMap(source -> Optional.ofNullable(bicep.get(source)).stream())
        .findFirst();
  }

  private static Optional<FileFacts> facts(WorkspaceFile file, TemplateLoader loader) {
    return loader.facts(file) instanceof Lookup.Found<FileFacts>(var facts)
        ? Optional.of(facts)
        : Optional.empty();
  }

  private static String key(String path) {
    return path.toLowerCase(Locale.ROOT);
  }
}
