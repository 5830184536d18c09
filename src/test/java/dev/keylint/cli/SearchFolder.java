package dev.keylint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/// A folder of search services, scanned for those whose keys are on and for who manages them.
abstract class SearchFolder {
  static final Keylint RULES = Keylint.with("search-local-auth", "caller-can-manage");

  @TempDir Path folder;

  final void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  static String search(String name, String keysOff) {
    return "param off bool = "
        + keysOff
        + "\nresource s 'Microsoft.Search/searchServices@2025-05-01' = {\n  name: '"
        + name
        + "'\n  properties: { disableLocalAuth: off }\n}\n";
  }

  final Scanned scan(String... options) {
    return RULES.scan(folder, options);
  }

  static List<String> levels(Scanned run) {
    return run.verdicts().stream()
        .filter(it -> it.kind().equals("fail"))
        .map(it -> it.level() + " " + it.file())
        .toList();
  }

  static String oneLine(Scanned run) {
    return run.outWords();
  }
}
