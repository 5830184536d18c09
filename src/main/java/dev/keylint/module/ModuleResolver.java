package dev.keylint.module;

import dev.keylint.text.Diagnostic;
import dev.keylint.text.Diagnostic.Kind;
import dev.keylint.text.Location;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// From a module reference to the file that it means; never over the network.
///
/// A registry folder holds `path/version/main.json` with the path below `mcr.microsoft.com/bicep`,
/// or `host/path/version/main.json` for other hosts. A cache is laid out as the Bicep CLI does it.
public final class ModuleResolver {
  private static final String PUBLIC_HOST = "mcr.microsoft.com";
  private static final String PUBLIC_PREFIX = "bicep/";
  private static final String TEMPLATE = "main.json";

  private final Workspace workspace;
  private final BicepConfigs configs;
  private final List<Path> registries;
  private final List<Path> caches;

  /// A resolver; the workspace must trust the registries and caches.
  public ModuleResolver(Workspace workspace, List<Path> registries, List<Path> caches) {
    this.workspace = workspace;
    this.configs = new BicepConfigs(workspace);
    this.registries = List.copyOf(registries);
    this.caches = List.copyOf(caches);
  }

  /// The file of a module as referred to in another file.
  public Lookup<WorkspaceFile> resolve(WorkspaceFile from, String reference, Location at) {
    return switch (ModuleReference.of(reference, configs.of(from))) {
      case ModuleReference.Local(var path) -> workspace.file(from, path, Kind.MISSING_MODULE, at);
      case ModuleReference.Registry registry -> published(reference, places(registry), at);
      case ModuleReference.TemplateSpec spec -> published(reference, places(spec), at);
      case ModuleReference.Malformed(var message) ->
          new Lookup.NotFound<>(Diagnostic.of(Kind.MISSING_MODULE, message, at));
    };
  }

  /// Whether a reference names a file of the same repository, so that it could be part of a cycle.
  public static boolean isLocal(String reference) {
    return ModuleReference.of(reference, BicepConfig.BUILT_IN) instanceof ModuleReference.Local;
  }

  private Lookup<WorkspaceFile> published(String reference, List<Path> places, Location at) {
    for (Path place : places) {
      var found = workspace.existing(place);
      if (found.isPresent()) {
        return new Lookup.Found<>(found.orElseThrow());
      }
    }
    return new Lookup.NotFound<>(
        Diagnostic.of(Kind.MISSING_MODULE, "the module `" + reference + "` is not here", at)
            .help("run `keylint restore`, or name its folder with `--registry-dir`"));
  }

  private List<Path> places(ModuleReference.Registry module) {
    List<Path> places = new ArrayList<>();
    String host = module.host().toLowerCase(Locale.ROOT);
    String version = module.version().replace(':', '#');
    for (Path registry : registries) {
      if (host.equals(PUBLIC_HOST) && module.repository().startsWith(PUBLIC_PREFIX)) {
        String path = module.repository().substring(PUBLIC_PREFIX.length());
        places.add(registry.resolve(path).resolve(version).resolve(TEMPLATE));
      }
      Path ofHost = registry.resolve(host.replace(':', '$'));
      places.add(ofHost.resolve(module.repository()).resolve(version).resolve(TEMPLATE));
    }
    String folder = module.isDigest() ? version : encodedTag(version);
    for (Path cache : caches) {
      Path ofHost = cache.resolve("br").resolve(host.replace(':', '$'));
      String repository = module.repository().replace('/', '$');
      places.add(ofHost.resolve(repository).resolve(folder).resolve(TEMPLATE));
    }
    return places;
  }

  private List<Path> places(ModuleReference.TemplateSpec spec) {
    List<Path> places = new ArrayList<>();
    List<Path> folders = new ArrayList<>(registries);
    folders.addAll(caches);
    for (Path folder : folders) {
      Path place = folder.resolve("ts");
      for (String part :
          List.of(spec.subscription(), spec.resourceGroup(), spec.name(), spec.version())) {
        place = place.resolve(part.toLowerCase(Locale.ROOT));
      }
      places.add(place.resolve(TEMPLATE));
    }
    return places;
  }

  /// As the Bicep CLI names a tag's folder: after `$` a hexadecimal mask of its upper-case letters,
  /// because file systems may ignore case and tags don't.
  private static String encodedTag(String tag) {
    BigInteger mask = BigInteger.ZERO;
    for (int i = 0; i < tag.length(); i++) {
      if (Character.isUpperCase(tag.charAt(i))) {
        mask = mask.setBit(i);
      }
    }
    return tag + "$" + (mask.signum() == 0 ? "" : mask.toString(16));
  }
}
