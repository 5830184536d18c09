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

  /// Mistakes of one file that are told.
  private static final int MAX_PROBLEMS = 100;

  private final Workspace workspace;
  private final Map<Path, Optional<WorkspaceFile>> nearest = new ConcurrentHashMap<>();
  private final Map<WorkspaceFile, Layer> layers = new ConcurrentHashMap<>();
  private final Map<WorkspaceFile, Read> configs = new ConcurrentHashMap<>();

  BicepConfigs(Workspace workspace) {
    this.workspace = workspace;
  }

  /// One file as it stands.
  ///
  /// @param own empty when it is broken
  /// @param base the file that it extends, if that is here
  private record Layer(
      Optional<BicepConfig> own, Optional<WorkspaceFile> base, List<Diagnostic> problems) {}

  /// A file over all that it extends.
  ///
  /// @param problem that the chain has no end
  private record Read(BicepConfig config, Optional<Diagnostic> problem) {}

  /// The configuration that counts for a file; of one that is broken only what can be read.
  BicepConfig of(WorkspaceFile file) {
    return nearest(Workspace.folder(file), file.root())
        .map(config -> configs.computeIfAbsent(config, this::read).config())
        .orElse(BicepConfig.BUILT_IN);
  }

  /// What is wrong in the files that were asked for so far, none twice.
  List<Diagnostic> problems() {
    Set<Diagnostic> all = new LinkedHashSet<>();
    layers.values().forEach(layer -> all.addAll(layer.problems()));
    configs.values().forEach(read -> read.problem().ifPresent(all::add));
    return List.copyOf(all);
  }

  private Optional<WorkspaceFile> nearest(Path folder, Path root) {
    List<Path> asked = new ArrayList<>();
    Optional<WorkspaceFile> found = Optional.empty();
    for (@Nullable Path at = folder; at != null && at.startsWith(root); at = at.getParent()) {
      Optional<WorkspaceFile> known = nearest.get(at);
      if (known != null) {
        found = known;
        break;
      }
      asked.add(at);
      found = workspace.existing(at.resolve(NAME));
      if (found.isPresent()) {
        break;
      }
    }
    Optional<WorkspaceFile> answer = found;
    asked.forEach(at -> nearest.put(at, answer));
    return answer;
  }

  private Read read(WorkspaceFile first) {
    Optional<Diagnostic> problem = Optional.empty();
    Set<WorkspaceFile> seen = new LinkedHashSet<>();
    List<BicepConfig> found = new ArrayList<>();
    Optional<WorkspaceFile> next = Optional.of(first);
    while (next.isPresent()) {
      WorkspaceFile file = next.orElseThrow();
      if (seen.contains(file) || seen.size() >= MAX_CHAIN) {
        problem = Optional.of(endless(seen, file));
        break;
      }
      seen.add(file);
      Layer layer = layers.computeIfAbsent(file, this::layer);
      layer.own().ifPresent(found::add);
      next = layer.base();
    }
    BicepConfig config = BicepConfig.BUILT_IN;
    for (BicepConfig layer : found.reversed()) {
      config = layer.over(config);
    }
    return new Read(config, problem);
  }

  private static List<Diagnostic> some(List<Diagnostic> problems) {
    if (problems.size() <= MAX_PROBLEMS) {
      return List.copyOf(problems);
    }
    List<Diagnostic> some = new ArrayList<>(problems.subList(0, MAX_PROBLEMS));
    Diagnostic next = problems.get(MAX_PROBLEMS);
    some.add(
        Diagnostic.of(
            next.kind(),
            "there are " + (problems.size() - MAX_PROBLEMS) + " more mistakes in this file",
            next.location()));
    return some;
  }

  private static Diagnostic endless(Set<WorkspaceFile> seen, WorkspaceFile base) {
    return Diagnostic.of(
        Kind.SEMANTIC,
        "`extends` leads back to `" + base.shown() + "`, or through too many files",
        new Location.WholeFile(List.copyOf(seen).getLast().shown()));
  }

  private Layer layer(WorkspaceFile file) {
    return switch (workspace.text(file, new Location.WholeFile(file.shown()))) {
      case Lookup.NotFound<TextFile>(var why) ->
          new Layer(Optional.empty(), Optional.empty(), List.of(why));
      case Lookup.Found<TextFile>(var text) -> {
        JsonResult json = JsonReader.read(text.source());
        List<Diagnostic> problems = new ArrayList<>(text.notes());
        problems.addAll(json.diagnostics());
        BicepConfigReader reader = new BicepConfigReader(text.source(), problems);
        json.value()
            .filter(value -> !(value instanceof JsonObject))
            .ifPresent(value -> reader.report("a bicepconfig.json is an object", value));
        Optional<BicepConfig> own = json.object().map(reader::read);
        Optional<WorkspaceFile> base =
            json.object().flatMap(object -> extended(file, object, reader, problems));
        yield new Layer(own, base, some(problems));
      }
    };
  }

  private Optional<WorkspaceFile> extended(
      WorkspaceFile file, JsonObject object, BicepConfigReader reader, List<Diagnostic> problems) {
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
      case Lookup.Found<WorkspaceFile>(var base) -> Optional.of(base);
    };
  }
}
