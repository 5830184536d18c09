package dev.keylint.module;

import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonResult;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The nearest `bicepconfig.json` above each file, with what it extends, read once.
///
/// Files above the scanned folder are not read, since nothing outside of it is.
final class BicepConfigs {
  static final String NAME = "bicepconfig.json";

  /// As many as the Bicep CLI follows.
  private static final int MAX_CHAIN = 64;

  private final Workspace workspace;
  private final Map<Path, Read> byFolder = new ConcurrentHashMap<>();

  BicepConfigs(Workspace workspace) {
    this.workspace = workspace;
  }

  private record Read(BicepConfig config, List<Diagnostic> problems) {}

  /// The configuration that counts for a file; of one that is broken only what can be read.
  BicepConfig of(WorkspaceFile file) {
    return byFolder
        .computeIfAbsent(Workspace.folder(file), folder -> nearest(folder, file.root()))
        .config();
  }

  /// What is wrong in the files that were asked for so far, none twice.
  List<Diagnostic> problems() {
    Set<Diagnostic> all = new LinkedHashSet<>();
    byFolder.values().forEach(read -> all.addAll(read.problems()));
    return List.copyOf(all);
  }

  private Read nearest(Path folder, Path root) {
    for (@Nullable Path at = folder; at != null && at.startsWith(root); at = at.getParent()) {
      Optional<WorkspaceFile> found = workspace.existing(at.resolve(NAME));
      if (found.isPresent()) {
        return new Chain().read(found.orElseThrow());
      }
    }
    return new Read(BicepConfig.BUILT_IN, List.of());
  }

  /// A file and those that it extends, the nearest first.
  private final class Chain {
    private final List<Diagnostic> problems = new ArrayList<>();
    private final Set<WorkspaceFile> seen = new LinkedHashSet<>();
    private final List<BicepConfig> layers = new ArrayList<>();

    Read read(WorkspaceFile first) {
      Optional<WorkspaceFile> next = Optional.of(first);
      while (next.isPresent()) {
        next = next.flatMap(this::layer);
      }
      BicepConfig config = BicepConfig.BUILT_IN;
      for (BicepConfig layer : layers.reversed()) {
        config = layer.over(config);
      }
      return new Read(config, List.copyOf(problems));
    }

    private Optional<WorkspaceFile> layer(WorkspaceFile file) {
      seen.add(file);
      return switch (workspace.text(file, new Location.WholeFile(file.shown()))) {
        case Lookup.NotFound<TextFile>(var why) -> {
          problems.add(why);
          yield Optional.empty();
        }
        case Lookup.Found<TextFile>(var text) -> {
          JsonResult json = JsonReader.read(text.source());
          problems.addAll(text.notes());
          problems.addAll(json.diagnostics());
          BicepConfigReader reader = new BicepConfigReader(text.source(), problems);
          json.value()
              .filter(value -> !(value instanceof JsonObject))
              .ifPresent(value -> reader.report("a bicepconfig.json is an object", value));
          json.object().map(reader::read).ifPresent(layers::add);
          yield json.object().flatMap(object -> extended(file, object, reader));
        }
      };
    }

    private Optional<WorkspaceFile> extended(
        WorkspaceFile file, JsonObject object, BicepConfigReader reader) {
      Optional<String> path = reader.text(object, "extends").filter(text -> !text.isBlank());
      if (path.isEmpty()) {
        return Optional.empty();
      }
      Location whole = new Location.WholeFile(file.shown());
      return switch (workspace.file(file, path.orElseThrow(), Kind.MISSING_FILE, whole)) {
        case Lookup.NotFound<WorkspaceFile>(var why) -> {
          problems.add(why);
          yield Optional.empty();
        }
        case Lookup.Found<WorkspaceFile>(var base) -> {
          if (seen.contains(base) || seen.size() >= MAX_CHAIN) {
            problems.add(
                Diagnostic.of(
                    Kind.SEMANTIC,
                    "`extends` leads back to `" + base.shown() + "`, or through too many files",
                    whole));
            yield Optional.empty();
          }
          yield Optional.of(base);
        }
      };
    }
  }
}
