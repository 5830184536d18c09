package dev.keylint.module;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The folders of this machine that published modules are looked for in.
///
/// @param registries folders of `--registry-dir`
/// @param caches folders laid out as the Bicep CLI lays out its cache
/// @param home the user's folder, which `~` in a `bicepconfig.json` means
public record ModuleSources(List<Path> registries, List<Path> caches, Optional<Path> home) {
  public ModuleSources {
    registries = List.copyOf(registries);
    caches = List.copyOf(caches);
  }

  /// All folders, for a workspace to trust.
  public List<Path> folders() {
    return Stream.concat(registries.stream(), caches.stream()).toList();
  }
}
