package dev.keylint.plan;

import dev.keylint.module.Lookup;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.template.Template;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which templates of a scan are deployed for their own sake: those that no other one uses.
final class Roots {
  private final ScannedFiles files;
  private final TemplateLoader loader;
  private final Set<WorkspaceFile> twins;

  private Roots(ScannedFiles files, TemplateLoader loader, Set<WorkspaceFile> twins) {
    this.files = files;
    this.loader = loader;
    this.twins = twins;
  }

  /// The roots, sorted by path.
  ///
  /// @param twins what the compiler made, which is no root for its own sake
  static List<WorkspaceFile> of(
      ScannedFiles files, TemplateLoader loader, Set<WorkspaceFile> twins) {
    return new Roots(files, loader, twins).find();
  }

  private List<WorkspaceFile> find() {
    List<WorkspaceFile> candidates =
        files.templates().stream().filter(file -> !twins.contains(file)).toList();
    readAhead(candidates);
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

  /// Has what is asked about these files, and the modules that they reach, read side by side.
  private void readAhead(List<WorkspaceFile> candidates) {
    Set<WorkspaceFile> met = ConcurrentHashMap.newKeySet();
    met.addAll(candidates);
    List<WorkspaceFile> level = candidates;
    while (!level.isEmpty()) {
      level =
          level.parallelStream()
              .flatMap(file -> loader.used(file, Uses.Kind.MODULE).stream())
              .filter(met::add)
              .toList();
    }
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

  private boolean deploys(WorkspaceFile file) {
    return deploys(file, loader);
  }

  /// A file of types and constants alone is there to be imported.
  static boolean deploys(WorkspaceFile file, TemplateLoader loader) {
    if (loader.facts(file) instanceof Lookup.Found<FileFacts>(var facts) && facts.deploys()) {
      return true;
    }
    boolean isBroken =
        loader.load(file) instanceof Loaded.Template(Template template)
            && template.diagnostics().stream().anyMatch(found -> found.kind().incomplete());
    loader.drop(file);
    return isBroken;
  }
}
