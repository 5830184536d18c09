package dev.keylint.fix;

import dev.keylint.bicep.BicepParser;
import dev.keylint.json.JsonReader;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Source;
import java.util.List;
import java.util.Locale;

/// Counts what the grammar of a file does not allow.
final class Mistakes {
  private Mistakes() {}

  static long in(String path, String text) {
    Source source = Source.of(path, text);
    String name = path.toLowerCase(Locale.ROOT);
    List<Diagnostic> all =
        name.endsWith(".bicep")
            ? BicepParser.parse(source).diagnostics()
            : name.endsWith(".bicepparam")
                ? BicepParser.parseParameters(source).diagnostics()
                : name.endsWith(".json") || name.endsWith(".jsonc")
                    ? JsonReader.read(source).diagnostics()
                    : List.of();
    return all.stream().filter(it -> it.kind().incomplete()).count();
  }
}
