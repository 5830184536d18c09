package dev.keylint.plan;

import dev.keylint.json.JsonArray;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonValue;
import dev.keylint.module.TextFile;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Location;
import dev.keylint.text.Span;
import java.util.List;
import java.util.Optional;

/// JSON that has all of a template but the `$schema` by which Azure takes it for one.
final class ForeignSchema {
  private ForeignSchema() {}

  /// A note, if a file is such a one.
  static List<Diagnostic> notes(TextFile file) {
    // Most JSON is far from it, and need not even be well-formed.
    if (!file.text().contains("\"contentVersion\"") || !file.text().contains("\"apiVersion\"")) {
      return List.of();
    }
    return JsonReader.read(file.source()).object().stream()
        .filter(ForeignSchema::isLikeATemplate)
        .map(root -> note(root, file))
        .toList();
  }

  private static boolean isLikeATemplate(JsonObject root) {
    Optional<JsonValue> resources = root.value("resources");
    return root.text("contentVersion").isPresent()
        && resources
            .filter(it ->
                (it instanceof JsonArray(var items, _)
                        && items.stream().anyMatch(ForeignSchema::isResource))
                    || (it instanceof JsonObject bySymbol
                        && bySymbol.members().stream()
                            .anyMatch(member -> isResource(member.value()))))
            .isPresent();
  }

  private static boolean isResource(JsonValue value) {
    return value instanceof JsonObject resource
        && resource.text("type").filter(type -> type.contains("/")).isPresent()
        && resource.value("apiVersion").isPresent();
  }

  private static Diagnostic note(JsonObject root, TextFile file) {
    Optional<Span> schema = root.value("$schema").map(JsonValue::span);
    String message =
        schema.isPresent()
            ? "this looks like a template, but its `$schema` is none of Azure's, so it is not"
                + " checked"
            : "this looks like a template, but it has no `$schema`, so it is not checked";
    Location at =
        schema
            .<Location>map(span -> new Location.InFile(file.source(), span))
            .orElseGet(() -> new Location.WholeFile(file.source().path()));
    return Diagnostic.of(Diagnostic.Kind.NOTE, message, at)
        .help(
            "give it"
                + " `https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#`");
  }
}
