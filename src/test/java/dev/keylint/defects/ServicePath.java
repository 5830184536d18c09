package dev.keylint.defects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A path from a caller to a service that works: a folder of `fixtures/paths`.
public record ServicePath(String name) {
  private static final Path PATHS = Path.of("fixtures", "paths");

  /// All paths, by name.
  public static List<ServicePath> all() {
    return list(PATHS).stream()
        .filter(Files::isDirectory)
        .map(it -> new ServicePath(it.getFileName().toString()))
        .toList();
  }

  /// The text of a file of the folder.
  public String text(String file) {
    try {
      return Files.readString(PATHS.resolve(name).resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The path in Bicep, by file.
  public Map<String, String> bicep() {
    Map<String, String> files = new TreeMap<>();
    for (Path file : list(PATHS.resolve(name))) {
      String its = file.getFileName().toString();
      if (its.endsWith(".bicep")) {
        files.put(its, text(its));
      }
    }
    return files;
  }

  /// The path once more, as somebody else wrote it in JSON.
  public Map<String, String> arm() {
    return Map.of("main.json", text("main.json"));
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      return found.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
