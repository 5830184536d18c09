package dev.keylint.module;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// From a module reference to the file that it means; never over the network.
///
/// A registry folder holds `path/version/main.json` with the path below `mcr.microsoft.com/bicep`,
/// or `host/path/version/main.json` for other hosts. A cache is laid out as the Bicep CLI does it.
public final class ModuleResolver {
  private static final String PUBLIC_HOST = "mcr.microsoft.com";
  private static final String PUBLIC_PREFIX = "bicep/";
  private static final String RESTORE =
      "run `keylint restore` on the same paths, or name a folder that holds it with"
          + " `--registry-dir`";

  private static final String RESTORE_SPEC =
      "template specs are behind a sign-in to Azure: run `az bicep restore --file FILE`, which"
          + " fills the same cache";

  private final Workspace workspace;
  private final BicepConfigs configs;
  private final ModuleSources sources;
  private final Set<Diagnostic> notes = ConcurrentHashMap.newKeySet();

  /// A resolver; the workspace must trust the folders of the sources.
  public ModuleResolver(Workspace workspace, ModuleSources sources) {
    this.workspace = workspace;
    this.configs = new BicepConfigs(workspace);
    this.sources = sources;
  }

  /// A resolver that knows no home folder.
  public ModuleResolver(Workspace workspace, List<Path> registries, List<Path> caches) {
    this(workspace, new ModuleSources(registries, caches, Optional.empty()));
  }

  /// The file of a module as referred to in another file.
  public Lookup<WorkspaceFile> resolve(WorkspaceFile from, String reference, Location at) {
    return switch (reference(from, reference)) {
      case ModuleReference.Local(var path) -> workspace.file(from, path, Kind.MISSING_MODULE, at);
      case ModuleReference.Registry module ->
          found(from, module.text(), places(from, module))
              .orElseGet(() -> missing(reference, places(from, module), RESTORE, at));
      case ModuleReference.TemplateSpec spec ->
          found(from, spec.text(), places(from, spec))
              .orElseGet(() -> missing(reference, places(from, spec), RESTORE_SPEC, at));
      case ModuleReference.Malformed(var message, var help) -> {
        Diagnostic why = Diagnostic.of(Kind.MISSING_MODULE, message, at);
        yield new Lookup.NotFound<>(help.map(why::help).orElse(why));
      }
    };
  }

  /// What is wrong in the `bicepconfig.json` files that references made it read so far.
  public List<Diagnostic> diagnostics() {
    return Stream.concat(configs.problems().stream(), notes.stream())
        .sorted(Comparator.comparing(Diagnostic::toString))
        .toList();
  }

  /// Whether a reference names a file of the same repository, so that it could be part of a cycle.
  public static boolean isLocal(String reference) {
    return ModuleReference.isLocal(reference);
  }

  /// What a reference in a file says.
  ModuleReference reference(WorkspaceFile from, String reference) {
    // Paths need no configuration, and most folders have none worth a diagnostic.
    return ModuleReference.isLocal(reference)
        ? new ModuleReference.Local(reference)
        : ModuleReference.of(reference, configs.of(from));
  }

  /// The template spec's file, if it is on this machine.
  Optional<WorkspaceFile> find(WorkspaceFile from, ModuleReference.TemplateSpec spec) {
    return first(places(from, spec));
  }

  /// The module's file, if a registry folder has it.
  Optional<WorkspaceFile> supplied(ModuleReference.Registry module) {
    return first(registryPlaces(module));
  }

  /// The cache that the configuration of a file asks for, when keylint may use it: a path within
  /// the scanned folders or one of the user's own caches, since the file is a stranger's.
  Optional<Path> configuredCache(WorkspaceFile from) {
    Optional<BicepConfig.CacheRoot> root =
        configs.of(from).cacheRoot().filter(it -> !it.text().isBlank());
    Optional<Path> usable = root.flatMap(it -> absolute(it.text())).filter(workspace::holds);
    if (usable.isEmpty()) {
      root.ifPresent(it -> notes.add(unusable(it)));
    }
    return usable;
  }

  private static Diagnostic unusable(BicepConfig.CacheRoot root) {
    return Diagnostic.of(
            Kind.NOTE,
            "`cacheRootDirectory` is not used: `"
                + root.text()
                + "` is no absolute path within the scanned folder or a cache of yours",
            root.at())
        .help("name the folder with `--cache`");
  }

  /// As the Bicep CLI reads it: absolute, or below the home folder after `~`.
  private Optional<Path> absolute(String text) {
    try {
      if (text.equals("~") || text.startsWith("~/") || text.startsWith("~\\")) {
        String rest = text.substring(Math.min(2, text.length()));
        return sources.home().map(home -> home.resolve(rest));
      }
      return Optional.of(Path.of(text)).filter(Path::isAbsolute);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /// Whether a folder is the user's own, and not one of the scanned tree.
  boolean isUsers(Path folder) {
    return workspace.trusts(folder);
  }

  private Optional<Lookup<WorkspaceFile>> found(
      WorkspaceFile from, String module, List<Path> places) {
    Optional<WorkspaceFile> found = first(places);
    found
        .filter(file -> !workspace.trusts(file.path()))
        .ifPresent(file ->
            configs.of(from).cacheRoot().ifPresent(root -> notes.add(taken(module, file, root))));
    return found.map(Lookup.Found::new);
  }

  private static Diagnostic taken(String module, WorkspaceFile file, BicepConfig.CacheRoot root) {
    return Diagnostic.of(
            Kind.NOTE,
            "the module `"
                + module
                + "` is taken from `"
                + file.shown()
                + "`, which the scanned folder brings along",
            root.at())
        .help(
            "run `keylint restore`, or name a folder of your own with `--cache`, to use what was"
                + " published");
  }

  private Optional<WorkspaceFile> first(List<Path> places) {
    return places.stream().flatMap(place -> workspace.existing(place).stream()).findFirst();
  }

  private Lookup<WorkspaceFile> missing(
      String reference, List<Path> places, String help, Location at) {
    String looked =
        places.stream()
            .map(place -> "`" + workspace.shown(place) + "`")
            .distinct()
            .collect(Collectors.joining(", "));
    return new Lookup.NotFound<>(
        Diagnostic.of(Kind.MISSING_MODULE, "the module `" + reference + "` is not here", at)
            .help(help + (looked.isEmpty() ? "" : "; looked for " + looked)));
  }

  private List<Path> places(WorkspaceFile from, ModuleReference.Registry module) {
    List<Path> places = new ArrayList<>(registryPlaces(module));
    for (Path cache : caches(from)) {
      places.add(CacheLayout.folder(cache, module).resolve(CacheLayout.TEMPLATE));
    }
    return places;
  }

  private List<Path> registryPlaces(ModuleReference.Registry module) {
    List<Path> places = new ArrayList<>();
    String version = module.version().replace(':', '#');
    for (Path registry : sources.registries()) {
      if (module.host().equals(PUBLIC_HOST) && module.repository().startsWith(PUBLIC_PREFIX)) {
        String path = module.repository().substring(PUBLIC_PREFIX.length());
        places.add(registry.resolve(path).resolve(version).resolve(CacheLayout.TEMPLATE));
      }
      Path ofHost = registry.resolve(module.host().replace(':', '$'));
      places.add(
          ofHost.resolve(module.repository()).resolve(version).resolve(CacheLayout.TEMPLATE));
    }
    return places;
  }

  private List<Path> places(WorkspaceFile from, ModuleReference.TemplateSpec spec) {
    List<Path> folders = new ArrayList<>(sources.registries());
    folders.addAll(caches(from));
    return folders.stream().map(folder -> CacheLayout.file(folder, spec)).toList();
  }

  /// The user's own before the one that the scanned files name: a stranger's copy replaces nothing.
  private List<Path> caches(WorkspaceFile from) {
    List<Path> caches = new ArrayList<>(sources.caches());
    configuredCache(from).filter(cache -> !caches.contains(cache)).ifPresent(caches::add);
    return caches;
  }
}
