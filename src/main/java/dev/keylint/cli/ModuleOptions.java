package dev.keylint.cli;

import dev.keylint.module.ModuleSources;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where published modules are: what the user says, and what the Bicep CLI does.
final class ModuleOptions {
  @Option(
      names = "--registry-dir",
      paramLabel = "DIR",
      description =
          "Folder with published modules, as PATH/VERSION/main.json for br/public:PATH:VERSION and"
              + " HOST/PATH/VERSION/main.json for others; several times for several.")
  private List<Path> registries = new ArrayList<>();

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description =
          "Folder with restored modules, laid out as the Bicep CLI does. Default: the CLI's own,"
              + " ~/.bicep, or what BICEP_CACHE_DIRECTORY or a bicepconfig.json says.")
  private @Nullable Path cache;

  /// The folders to look in.
  ///
  /// @throws Usage when an option names a folder that is not there
  ModuleSources sources(Terminal terminal) {
    List<Path> folders = new ArrayList<>();
    for (Path registry : registries) {
      folders.add(existing(terminal, "--registry-dir", registry));
    }
    List<Path> caches = new ArrayList<>();
    Optional.ofNullable(cache)
        .ifPresent(folder -> caches.add(existing(terminal, "--cache", folder)));
    standardCache(terminal).ifPresent(caches::add);
    return new ModuleSources(folders, caches, home(terminal));
  }

  /// The folder of `--cache`.
  Optional<Path> cache(Terminal terminal) {
    return Optional.ofNullable(cache).map(terminal.folder()::resolve);
  }

  /// The cache of the Bicep CLI; its releases since 0.12 do not read the variable any more.
  static Optional<Path> standardCache(Terminal terminal) {
    return variable(terminal, "BICEP_CACHE_DIRECTORY")
        .map(terminal.folder()::resolve)
        .or(() -> home(terminal).map(home -> home.resolve(".bicep")));
  }

  private static Path existing(Terminal terminal, String option, Path path) {
    Path folder = terminal.folder().resolve(path).normalize();
    if (!Files.isDirectory(folder)) {
      throw Usage.ofOptions(option + " names `" + path + "`, which is no folder");
    }
    return folder;
  }

  private static Optional<Path> home(Terminal terminal) {
    return variable(terminal, File.separatorChar == '\\' ? "USERPROFILE" : "HOME")
        .map(terminal.folder()::resolve);
  }

  private static Optional<String> variable(Terminal terminal, String name) {
    return Optional.ofNullable(terminal.environment().get(name)).filter(text -> !text.isBlank());
  }
}
