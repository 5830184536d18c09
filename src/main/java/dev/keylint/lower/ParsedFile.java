package dev.keylint.lower;

import dev.keylint.bicep.BicepFile;
import dev.keylint.bicep.BicepParser;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonResult;
import dev.keylint.module.TextFile;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A file after reading, before anything it refers to is looked at.
sealed interface ParsedFile {
  /// What every ARM template and parameter file says in its `$schema`.
  Pattern SCHEMA =
      Pattern.compile("deployment(Template|Parameters)\\.json", Pattern.CASE_INSENSITIVE);

  /// A template or parameter file in Bicep.
  record Bicep(BicepFile file, List<Diagnostic> notes) implements ParsedFile {}

  /// JSON that mentions the schema of a template; the root is empty when it is broken.
  record Json(Source source, Optional<JsonObject> root, List<Diagnostic> notes)
      implements ParsedFile {}

  /// Any other file.
  record Other(boolean isBlank) implements ParsedFile {}

  /// Whether it holds nothing but white space.
  default boolean isEmpty() {
    return switch (this) {
      case Bicep(var file, _) -> file.source().text().isBlank();
      case Json _ -> false;
      case Other(boolean isBlank) -> isBlank;
    };
  }

  /// Reads a file in the language that its name says.
  static ParsedFile of(TextFile text) {
    Source source = text.source();
    String name = source.path().toLowerCase(Locale.ROOT);
    if (name.endsWith(".bicep")) {
      return new Bicep(BicepParser.parse(source), text.notes());
    }
    if (name.endsWith(".bicepparam")) {
      return new Bicep(BicepParser.parseParameters(source), text.notes());
    }
    // Most JSON in a repository is none of ours and need not even be well-formed.
    return SCHEMA.matcher(source.text()).find() ? json(text) : new Other(source.text().isBlank());
  }

  private static Json json(TextFile text) {
    JsonResult json = JsonReader.read(text.source());
    List<Diagnostic> notes =
        Stream.concat(text.notes().stream(), json.diagnostics().stream()).toList();
    return new Json(text.source(), json.object(), notes);
  }
}
