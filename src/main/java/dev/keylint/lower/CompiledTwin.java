package dev.keylint.lower;

import dev.keylint.json.JsonObject;
import dev.keylint.module.Lookup;
import dev.keylint.module.WorkspaceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The ARM template that the official compiler made of the Bicep file beside it: scanning both
/// would say all twice, and the copy may be out of date.
final class CompiledTwin {
  private CompiledTwin() {}

  static boolean is(TemplateLoader loader, WorkspaceFile file) {
    return loader.parsed(file)
            instanceof Lookup.Found<ParsedFile>(ParsedFile.Json(_, Optional<JsonObject> root, _))
        && root.flatMap(CompiledTwin::generator).filter("bicep"::equalsIgnoreCase).isPresent()
        && Files.isRegularFile(sibling(file.path()));
  }

  private static Optional<String> generator(JsonObject template) {
    return template
        .object("metadata")
        .flatMap(metadata -> metadata.object("_generator"))
        .flatMap(generator -> generator.text("name"));
  }

  private static Path sibling(Path json) {
    String name = String.valueOf(json.getFileName());
    return json.resolveSibling(name.substring(0, name.length() - ".json".length()) + ".bicep");
  }
}
