package dev.keylint.plan;

import dev.keylint.module.FileSearch;
import dev.keylint.module.Lookup;
import dev.keylint.module.ModuleResolver;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The references to registries and template specs in files, and in the files that those use.
///
/// A published module is compiled, so it holds all that it is made of: nothing of it is looked at.
///
/// @param diagnostics of what could not be read, and may therefore hide references
public record PublishedModules(List<Use> uses, List<Diagnostic> diagnostics) {
  public PublishedModules {
    uses = List.copyOf(uses);
    diagnostics = List.copyOf(diagnostics);
  }

  /// A reference as written, and the file that it stands in.
  ///
  /// @param isExtension whether it asks for the types of an extension
  public record Use(WorkspaceFile from, String reference, Location at, boolean isExtension) {}

  /// All that files and folders lead to.
  public static PublishedModules of(Workspace workspace, TemplateLoader loader, List<Path> paths) {
    Walk walk = new Walk(loader);
    for (Path path : paths) {
      FileSearch.Result found =
          FileSearch.at(workspace, path, FileSearch.ending(ScannedFiles.EXTENSIONS));
      walk.diagnostics.addAll(found.diagnostics());
      walk.pending.addAll(found.files());
    }
    walk.run();
    return new PublishedModules(walk.uses, List.copyOf(walk.diagnostics));
  }

  private static final class Walk {
    private final TemplateLoader loader;
    private final Deque<WorkspaceFile> pending = new ArrayDeque<>();
    private final Set<WorkspaceFile> seen = new HashSet<>();
    private final List<Use> uses = new ArrayList<>();
    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

    Walk(TemplateLoader loader) {
      this.loader = loader;
    }

    void run() {
      while (!pending.isEmpty()) {
        WorkspaceFile file = pending.remove();
        if (seen.add(file)) {
          visit(file);
        }
      }
    }

    private void visit(WorkspaceFile file) {
      switch (loader.parsed(file)) {
        case Lookup.Found<ParsedFile>(var parsed) -> {
          for (Uses.Use use : Uses.of(parsed)) {
            add(file, parsed, use);
          }
        }
        // Data may be huge or binary; only Bicep refers to registries.
        case Lookup.NotFound<ParsedFile>(var why) -> {
          if (ScannedFiles.isBicep(file)) {
            diagnostics.add(why);
          }
        }
      }
    }

    private void add(WorkspaceFile file, ParsedFile parsed, Uses.Use use) {
      boolean isExtension = use.kind() == Uses.Kind.EXTENSION;
      if (!ModuleResolver.isLocal(use.reference())) {
        uses.add(new Use(file, use.reference(), use.at(), isExtension));
        return;
      }
      if (isExtension) {
        return;
      }
      switch (loader.modules().resolve(file, use.reference(), use.at())) {
        case Lookup.Found<WorkspaceFile>(var target) -> pending.add(target);
        case Lookup.NotFound<WorkspaceFile>(var why) -> {
          if (parsed instanceof ParsedFile.Bicep) {
            diagnostics.add(why);
          }
        }
      }
    }
  }
}
