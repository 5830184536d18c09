package dev.keylint.compile;

import dev.keylint.rule.RuleFolder;
import dev.keylint.text.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Loads the rule folders below a directory: each folder with a `rule.yaml` in it.
public final class RuleDirectory {
  private static final int MAX_FILE = 4 << 20;

  private RuleDirectory() {}

  /// The folders, sorted by name.
  ///
  /// @param label what messages call the directory, such as `rules`
  /// @throws IOException when it can't be read, or a file in it is too long
  public static List<RuleFolder> load(Path directory, String label) throws IOException {
    List<Path> folders;
    try (Stream<Path> entries = Files.list(directory)) {
      folders =
          entries.filter(it -> Files.isRegularFile(it.resolve("rule.yaml"))).sorted().toList();
    }
    List<RuleFolder> loaded = new ArrayList<>(folders.size());
    for (Path folder : folders) {
      loaded.add(one(folder, label + "/" + folder.getFileName()));
    }
    return loaded;
  }

  /// One folder with a `rule.yaml` in it.
  ///
  /// @param label what messages call it, such as `rules/my-rule`
  /// @throws IOException when it can't be read, or a file in it is too long
  public static RuleFolder one(Path folder, String label) throws IOException {
    String prefix = label + "/";
    return new RuleFolder(
        String.valueOf(folder.getFileName()),
        source(folder.resolve("rule.yaml"), prefix),
        optional(folder.resolve("cases.bicep"), prefix),
        optional(folder.resolve("module.bicep"), prefix),
        optional(folder.resolve("cases.arm.json"), prefix),
        optional(folder.resolve("cases.live.json"), prefix),
        optional(folder.resolve("snapshot.json"), prefix));
  }

  private static Optional<Source> optional(Path file, String prefix) throws IOException {
    return Files.isRegularFile(file) ? Optional.of(source(file, prefix)) : Optional.empty();
  }

  private static Source source(Path file, String prefix) throws IOException {
    if (Files.size(file) > MAX_FILE) {
      throw new IOException(file + " is longer than " + MAX_FILE + " bytes");
    }
    String text = Files.readString(file, StandardCharsets.UTF_8);
    String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return Source.of(prefix + file.getFileName(), withoutMark);
  }
}
