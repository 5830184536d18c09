package dev.keylint.module;

import dev.keylint.json.JsonReader;
import dev.keylint.text.Location;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The nearest `bicepconfig.json` above each file, read once.
final class BicepConfigs {
  static final String NAME = "bicepconfig.json";

  private final Workspace workspace;
  private final Map<Path, BicepConfig> byFolder = new ConcurrentHashMap<>();

  BicepConfigs(Workspace workspace) {
    this.workspace = workspace;
  }

  /// The configuration that counts for a file; one that cannot be read counts as the built-in one.
  BicepConfig of(WorkspaceFile file) {
    return byFolder.computeIfAbsent(Workspace.folder(file), folder -> nearest(folder, file.root()));
  }

  private BicepConfig nearest(Path folder, Path root) {
    for (@Nullable Path at = folder; at != null && at.startsWith(root); at = at.getParent()) {
      Optional<WorkspaceFile> found = workspace.existing(at.resolve(NAME));
      if (found.isPresent()) {
        return found.flatMap(this::read).orElse(BicepConfig.BUILT_IN);
      }
    }
    return BicepConfig.BUILT_IN;
  }

  private Optional<BicepConfig> read(WorkspaceFile file) {
    Location whole = new Location.WholeFile(file.shown());
    return workspace.text(file, whole) instanceof Lookup.Found<TextFile>(var text)
        ? JsonReader.read(text.source()).object().map(BicepConfig::of)
        : Optional.empty();
  }
}
