package dev.keylint.cli.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Files that are meant to exhaust whoever evaluates them.
///
/// @param name tells it from the others; the name of its folder
/// @param expects what must be said of it
/// @param files the files of its folder by path
record HostileCase(String name, Expects expects, Map<String, String> files) {
  HostileCase {
    files = new TreeMap<>(files);
  }

  /// What must be said of a case, as the kind of a diagnostic.
  enum Expects {
    /// A bound is reached.
    LIMIT,
    /// It contradicts itself: it is refused whatever its size.
    SEMANTIC,
    /// It breaks the grammar.
    SYNTAX,
    /// It is only large: it may be read to its end.
    NOTHING
  }

  static HostileCase of(String name, Expects expects, String file, String text) {
    return new HostileCase(name, expects, Map.of(file, text));
  }

  void write(Path folder) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(name).resolve(file.getKey());
      Path parent = path.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(path, file.getValue());
    }
  }
}
