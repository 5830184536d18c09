package dev.keylint.cli.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The hostile cases, and a program that writes them to a folder: one folder each, and `cases.tsv`
/// with what is expected of them.
public final class HostileSet {
  private HostileSet() {}

  static List<HostileCase> all() {
    List<HostileCase> all = new ArrayList<>(Chains.all());
    all.addAll(Bombs.all());
    all.addAll(Structures.all());
    all.addAll(Texts.all());
    all.addAll(Graphs.all());
    all.addAll(Many.all());
    all.addAll(Scripts.all());
    return all;
  }

  /// Writes all cases below the folder that the argument names.
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    List<HostileCase> all = all();
    for (HostileCase each : all) {
      each.write(folder);
    }
    String table =
        all.stream()
            .map(it -> it.name() + "\t" + it.expects().name().toLowerCase(Locale.ROOT) + "\n")
            .collect(Collectors.joining());
    Files.writeString(folder.resolve("cases.tsv"), table);
  }
}
