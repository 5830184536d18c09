package dev.keylint.cli;

import dev.keylint.module.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where the paths of a command line lead, and what may be read around them.
record Checkout(Terminal terminal) {
  /// Paths of the command line as absolute ones; the current folder when there are none.
  List<Path> asked(List<Path> paths) {
    return (paths.isEmpty() ? List.of(Path.of(".")) : paths)
        .stream().map(path -> terminal.folder().resolve(path).normalize()).toList();
  }

  /// A path may refer to all of the repository around it: what is judged must not depend on the
  /// folder that one stands in. Without a repository it may refer to all of the current folder, or
  /// outside of that to its own folder.
  ///
  /// @param paths absolute ones
  /// @param apart folders below that are not scanned
  /// @throws Usage when a path is not there
  Workspace workspace(List<Path> paths, List<Path> apart) {
    List<Path> roots = new ArrayList<>();
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw Usage.ofOptions("`" + shown(path) + "` is not there");
      }
      if (path.startsWith(terminal.folder())) {
        // A repository below, such as a submodule, is a part of what one stands in.
        roots.add(repository(terminal.folder()).orElse(terminal.folder()));
      } else {
        Path folder = Files.isDirectory(path) ? path : path.resolveSibling("");
        roots.add(repository(folder).orElse(folder));
      }
    }
    return Workspace.of(terminal.folder(), roots.stream().distinct().toList(), apart);
  }

  /// The nearest folder around that git keeps. Who keeps a whole home folder so does not mean it.
  private Optional<Path> repository(Path folder) {
    Optional<Path> home =
        Optional.ofNullable(terminal.environment().get("HOME")).map(terminal.folder()::resolve);
    for (Path at = folder; at != null; at = at.getParent()) {
      if (home.filter(at::equals).isPresent()) {
        return Optional.empty();
      }
      if (Files.exists(at.resolve(".git"))) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private Path shown(Path path) {
    return path.startsWith(terminal.folder()) ? terminal.folder().relativize(path) : path;
  }
}
