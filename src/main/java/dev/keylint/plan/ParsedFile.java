package dev.keylint.plan;

import dev.keylint.bicep.BicepFile;
import dev.keylint.bicep.BicepParser;
import dev.keylint.json.JsonObject;
import dev.keylint.json.JsonReader;
import dev.keylint.json.JsonResult;
import dev.keylint.lower.arm.ArmParameterFile;
import dev.keylint.module.TextFile;
import dev.keylint.text.Diagnostic;
import dev.keylint.text.Source;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A file after reading, before anything it refers to is looked at.
sealed interface ParsedFile {
  /// What every ARM template and parameter file says in its `$schema`.
  Pattern SCHEMA =
      Pattern.compile("deployment(Template|Parameters)\\.json", Pattern.CASE_INSENSITIVE);

  /// An escaped letter, digit or dot, as JSON allows it anywhere in a text.
  Pattern ESCAPED = Pattern.compile("\\\\u00([2-7][0-9a-fA-F])");

  /// The characters, which the source reads again when nobody holds them.
  String text();

  /// A template or parameter file in Bicep.
  record Bicep(BicepFile file, String text, List<Diagnostic> notes) implements ParsedFile {}

  /// JSON that mentions the schema of a template; the root is empty when it is broken.
  record Json(Source source, String text, Optional<JsonObject> root, List<Diagnostic> notes)
      implements ParsedFile {

    /// Whether it mentions the schema of parameter files.
    boolean isForParameters() {
      Matcher schema = SCHEMA.matcher(plain(text));
      return schema.find() && schema.group(1).equalsIgnoreCase("Parameters");
    }
  }

  /// Any other file; its characters are no matter.
  ///
  /// @param speaksOfSearch whether it may be an object of Azure AI Search
  /// @param notes what there is to say about it
  record Other(boolean isBlank, boolean speaksOfSearch, List<Diagnostic> notes)
      implements ParsedFile {
    public Other {
      notes = List.copyOf(notes);
    }

    @Override
    public String text() {
      return "";
    }
  }

  /// Reads a file in the language that its name says.
  static ParsedFile of(TextFile text) {
    Source source = text.source();
    String name = source.path().toLowerCase(Locale.ROOT);
    if (name.endsWith(".bicep")) {
      return new Bicep(BicepParser.parse(source), text.text(), text.notes());
    }
    if (name.endsWith(".bicepparam")) {
      return new Bicep(BicepParser.parseParameters(source), text.text(), text.notes());
    }
    // Most JSON in a repository is none of ours and need not even be well-formed; azd reads its
    // parameter files by their names.
    return ArmParameterFile.isNamed(name) || SCHEMA.matcher(plain(text.text())).find()
        ? json(text)
        : new Other(
            text.text().isBlank(), SearchSigns.are(name, text.text()), ForeignSchema.notes(text));
  }

  /// The text with its escaped characters of ASCII as such: what JSON spells so is the same.
  private static String plain(String text) {
    return text.contains("\\u00")
        ? ESCAPED
            .matcher(text)
            .replaceAll(it ->
                Matcher.quoteReplacement(Character.toString(Integer.parseInt(it.group(1), 16))))
        : text;
  }

  private static Json json(TextFile text) {
    JsonResult json = JsonReader.read(text.source());
    List<Diagnostic> notes =
        Stream.concat(text.notes().stream(), json.diagnostics().stream()).toList();
    return new Json(text.source(), text.text(), json.object(), notes);
  }
}
