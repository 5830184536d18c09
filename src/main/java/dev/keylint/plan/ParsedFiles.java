package dev.keylint.plan;

import dev.keylint.module.Lookup;
import dev.keylint.module.Workspace;
import dev.keylint.module.WorkspaceFile;
import dev.keylint.text.Location;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Parses files and keeps a few of the trees, so that a small scan parses nothing twice and a large
/// one doesn't hold all it has seen.
final class ParsedFiles {
  /// Characters of all files that are kept. Their trees take some 20 times as many bytes, those of
  /// long lists of numbers 100 times, so that where there is little memory few are kept.
  static final long MAX_KEPT = Math.min(8L << 20, Runtime.getRuntime().maxMemory() / 256);

  private final Workspace workspace;
  private final Map<WorkspaceFile, ParsedFile> kept = new ConcurrentHashMap<>();
  private final AtomicLong characters = new AtomicLong();

  ParsedFiles(Workspace workspace) {
    this.workspace = workspace;
  }

  /// The content of a file, kept until it is dropped if there is room.
  Lookup<ParsedFile> get(WorkspaceFile file) {
    ParsedFile known = kept.get(file);
    if (known != null) {
      return new Lookup.Found<>(known);
    }
    Location whole = new Location.WholeFile(file.shown());
    Lookup<ParsedFile> parsed =
        workspace.text(file, whole).then(text -> new Lookup.Found<>(ParsedFile.of(text)));
    if (parsed instanceof Lookup.Found<ParsedFile>(var found)
        && !(found instanceof ParsedFile.Other)) {
      keep(file, found);
    }
    return parsed;
  }

  private void keep(WorkspaceFile file, ParsedFile parsed) {
    int length = parsed.text().length();
    if (characters.addAndGet(length) > MAX_KEPT || kept.putIfAbsent(file, parsed) != null) {
      characters.addAndGet(-length);
    }
  }

  /// Lets go of a file.
  void drop(WorkspaceFile file) {
    ParsedFile dropped = kept.remove(file);
    if (dropped != null) {
      characters.addAndGet(-dropped.text().length());
    }
  }
}
