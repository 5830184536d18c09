package dev.keylint.plan;

import dev.keylint.module.Lookup;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.template.Template;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which templates of a scan are deployed for their own sake: those that no other one uses.
final class Roots {
  private final ScannedFiles files;
  private final TemplateLoader loader;
  private final List<Diagnostic> notes = new ArrayList<>();

  private Roots(ScannedFiles files, TemplateLoader loader) {
    this.files = files;
    this.loader = loader;
  }

  /// @param files sorted by path
  record Result(List<WorkspaceFile> files, List<Diagnostic> notes) {
    public Result {
      files = List.copyOf(files);
      notes = List.copyOf(notes);
    }
  }

  static Result of(ScannedFiles files, TemplateLoader loader) {
    Roots roots = new Roots(files, loader);
    List<WorkspaceFile> found = roots.find();
    return new Result(found, roots.notes);
  }

  private List<WorkspaceFile> find() {
    Map<String, WorkspaceFile> byPath =
        files.templates().stream()
            .collect(Collectors.toMap(WorkspaceFile::shown, Function.identity(), (a, _) -> a));
    List<WorkspaceFile> candidates =
        files.templates().stream()
            .filter(file -> files.named().contains(file) || !isTwin(file, byPath))
            .toList();
    Set<WorkspaceFile> used = new HashSet<>();
    for (WorkspaceFile file : candidates) {
      loader.used(file, Uses.Kind.MODULE).stream()
          .filter(target -> !target.equals(file))
          .forEach(used::add);
    }
    Set<WorkspaceFile> roots = new LinkedHashSet<>();
    for (WorkspaceFile file : candidates) {
      if (files.named().contains(file) || (!used.contains(file) && deploys(file))) {
        roots.add(file);
      }
    }
    addUnreached(candidates, used, roots);
    return files.templates().stream().filter(roots::contains).toList();
  }

  /// Files that only use each other in a circle would never be looked at.
  private void addUnreached(
      List<WorkspaceFile> candidates, Set<WorkspaceFile> used, Set<WorkspaceFile> roots) {
    Set<WorkspaceFile> reached = new HashSet<>();
    roots.forEach(root -> reach(root, reached));
    for (WorkspaceFile file : candidates) {
      if (used.contains(file) && !reached.contains(file)) {
        roots.add(file);
        reach(file, reached);
      }
    }
  }

  private void reach(WorkspaceFile root, Set<WorkspaceFile> reached) {
    Deque<WorkspaceFile> pending = new ArrayDeque<>(List.of(root));
    while (!pending.isEmpty()) {
      WorkspaceFile file = pending.remove();
      if (reached.add(file)) {
        pending.addAll(loader.used(file, Uses.Kind.MODULE));
      }
    }
  }

  /// A file of types and constants alone is there to be imported.
  private boolean deploys(WorkspaceFile file) {
    if (loader.facts(file) instanceof Lookup.Found<FileFacts>(var facts) && facts.deploys()) {
      return true;
    }
    boolean isBroken =
        loader.load(file) instanceof Loaded.Template(Template template)
            && template.diagnostics().stream().anyMatch(found -> found.kind().incomplete());
    loader.drop(file);
    return isBroken;
  }

  /// `main.json` that the Bicep compiler made of the `main.bicep` beside it.
  private boolean isTwin(WorkspaceFile file, Map<String, WorkspaceFile> byPath) {
    String path = file.shown();
    if (!path.toLowerCase(Locale.ROOT).endsWith(".json")) {
      return false;
    }
    String sibling = path.substring(0, path.length() - ".json".length()) + ".bicep";
    if (!byPath.containsKey(sibling) || !isCompiled(file)) {
      return false;
    }
    notes.add(
        Diagnostic.of(
            Kind.NOTE,
            "compiled from `" + sibling + "`, which is scanned instead",
            new Location.WholeFile(path)));
    return true;
  }

  private boolean isCompiled(WorkspaceFile file) {
    return loader.facts(file) instanceof Lookup.Found<FileFacts>(var facts) && facts.isCompiled();
  }
}
